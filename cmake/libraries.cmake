# The libraries of docs/architecture.md, from Debian packages.  With
# KAKEHASHI_STATIC only archives (.a) are taken; pkg-config then names what an
# archive needs itself.
if(KAKEHASHI_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
  set(OPENSSL_USE_STATIC_LIBS ON)
  set(PKG_CONFIG_ARGN --static)
endif()

find_package(PkgConfig REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(fmt REQUIRED)
find_package(OpenSSL REQUIRED)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(MINIZIP REQUIRED IMPORTED_TARGET minizip)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(YAMLCPP REQUIRED IMPORTED_TARGET yaml-cpp)
# Not through pkg-config, which names all that CBC itself is linked with.
find_path(CBC_INCLUDE_DIR Cbc_C_Interface.h PATH_SUFFIXES coin REQUIRED)
find_library(CBC_LIBRARY CbcSolver REQUIRED)

if(NOT KAKEHASHI_STATIC)
  find_package(tomlplusplus REQUIRED)
  find_package(pugixml REQUIRED)
  pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
  return()
endif()

# The packages of these know their shared libraries alone.
find_library(PUGIXML_LIBRARY pugixml REQUIRED)
add_library(pugixml::pugixml UNKNOWN IMPORTED)
set_target_properties(pugixml::pugixml PROPERTIES IMPORTED_LOCATION ${PUGIXML_LIBRARY})
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/tomlplusplus.cc
  CONTENT "#define TOML_IMPLEMENTATION\n#include <toml++/toml.h>\n")
add_library(kakehashi_tomlplusplus STATIC ${PROJECT_BINARY_DIR}/tomlplusplus.cc)
target_compile_options(kakehashi_tomlplusplus PUBLIC -DTOML_HEADER_ONLY=0 -DTOML_SHARED_LIB=1)
set_target_properties(kakehashi_tomlplusplus PROPERTIES CXX_CLANG_TIDY "")
add_library(tomlplusplus::tomlplusplus ALIAS kakehashi_tomlplusplus)
# Debian has no archive of it: scripts/static.sh.
set(KAKEHASHI_STATIC_LIBRARIES "" CACHE PATH "Prefix with libxlsxwriter.a, for KAKEHASHI_STATIC")
find_library(XLSXWRITER_LIBRARY xlsxwriter HINTS ${KAKEHASHI_STATIC_LIBRARIES}/lib REQUIRED)
add_library(PkgConfig::XLSXWRITER UNKNOWN IMPORTED)
set_target_properties(PkgConfig::XLSXWRITER PROPERTIES IMPORTED_LOCATION ${XLSXWRITER_LIBRARY}
  INTERFACE_LINK_LIBRARIES "kakehashi_static_workbook;PkgConfig::MINIZIP;OpenSSL::Crypto")
# CBC with what it is made of, each before what it needs.
foreach(name Cbc Cgl OsiClp ClpSolver Clp Osi CoinUtils bz2 z lapack blas gfortran quadmath)
  find_library(STATIC_${name} ${name} REQUIRED
    HINTS ${CMAKE_CXX_IMPLICIT_LINK_DIRECTORIES})
  list(APPEND CBC_LIBRARY ${STATIC_${name}})
endforeach()
set(KAKEHASHI_ARCHIVES ${UTF8PROC_LINK_LIBRARIES} ${SQLITE_LINK_LIBRARIES}
  ${XLSXWRITER_LIBRARY} ${MINIZIP_LINK_LIBRARIES} ${GUMBO_LINK_LIBRARIES}
  ${YAMLCPP_LINK_LIBRARIES} ${CBC_LIBRARY} ${PUGIXML_LIBRARY} ${OPENSSL_CRYPTO_LIBRARY})
