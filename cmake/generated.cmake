# Code of the base layer that the build writes: the tables of encodings
# (encoding_tables.cc) and, in the static build, the shipped data.
add_executable(kakehashi_encoding_tables ${PROJECT_SOURCE_DIR}/cmake/encoding_tables.cc)
set_target_properties(kakehashi_encoding_tables PROPERTIES CXX_CLANG_TIDY "")
set(generated ${PROJECT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${generated})
add_custom_command(OUTPUT ${generated}/encoding_tables.inc
  COMMAND kakehashi_encoding_tables > ${generated}/encoding_tables.inc
  DEPENDS kakehashi_encoding_tables VERBATIM)

# The names are written when they change, so that a new file is taken in.
set(built_in_paths "")
if(KAKEHASHI_STATIC)
  file(GLOB_RECURSE built_in_paths CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
    ${PROJECT_SOURCE_DIR}/frameworks/* ${PROJECT_SOURCE_DIR}/crosswalks/*)
  list(SORT built_in_paths)
endif()
list(TRANSFORM built_in_paths PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE built_in_files)
list(JOIN built_in_paths "\n" built_in_text)
file(CONFIGURE OUTPUT ${generated}/built_in.list CONTENT "${built_in_text}" @ONLY)
add_custom_command(OUTPUT ${generated}/built_in_data.cc
  COMMAND ${CMAKE_COMMAND} -DROOT=${PROJECT_SOURCE_DIR} -DLIST=${generated}/built_in.list
    -DOUT=${generated}/built_in_data.cc -P ${PROJECT_SOURCE_DIR}/cmake/built_in.cmake
  DEPENDS ${generated}/built_in.list ${PROJECT_SOURCE_DIR}/cmake/built_in.cmake VERBATIM)
# The assembler reads the data, which the compiler does not know.
set_property(SOURCE ${generated}/built_in_data.cc PROPERTY OBJECT_DEPENDS "${built_in_files}")
