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
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(MINIZIP REQUIRED IMPORTED_TARGET minizip)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(YAMLCPP REQUIRED IMPORTED_TARGET yaml-cpp)
# Not through pkg-config, which names all that CBC itself is linked with.
find_path(CBC_INCLUDE_DIR Cbc_C_Interface.h PATH_SUFFIXES coin REQUIRED)
find_library(CBC_LIBRARY CbcSolver REQUIRED)

if(NOT KAKEHASHI_STATIC)
  find_package(tomlplusplus REQUIRED)
  find_package(pugixml REQUIRED)
  return()
endif()

# The packages of these two know their shared libraries alone.
find_library(PUGIXML_LIBRARY pugixml REQUIRED)
add_library(pugixml::pugixml UNKNOWN IMPORTED)
set_target_properties(pugixml::pugixml PROPERTIES IMPORTED_LOCATION ${PUGIXML_LIBRARY})
find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
add_library(tomlplusplus::tomlplusplus INTERFACE IMPORTED)
target_include_directories(tomlplusplus::tomlplusplus INTERFACE ${TOMLPLUSPLUS_INCLUDE_DIR})
# CBC with what it is made of, each before what it needs.
foreach(name Cbc Cgl OsiClp ClpSolver Clp Osi CoinUtils bz2 z lapack blas gfortran quadmath)
  find_library(STATIC_${name} ${name} REQUIRED
    HINTS ${CMAKE_CXX_IMPLICIT_LINK_DIRECTORIES})
  list(APPEND CBC_LIBRARY ${STATIC_${name}})
endforeach()
