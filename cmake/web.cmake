# The page of `kakehashi report`: web/ is bundled by esbuild and compiled in.
#
# KAKEHASHI_WEB  AUTO  with npm and its packages when they are to be had, else
#                      the plain report alone, with a message
#                ON    an error without them
#                OFF   the plain report alone
# npm writes into the build tree, once for each package-lock.json.
set(KAKEHASHI_WEB AUTO CACHE STRING "Bundle web/ into the program: AUTO, ON or OFF")
set_property(CACHE KAKEHASHI_WEB PROPERTY STRINGS AUTO ON OFF)

set(web_source ${PROJECT_SOURCE_DIR}/web)
set(web_build ${PROJECT_BINARY_DIR}/web)
set(web_script ${web_build}/app.js)
set(web_style ${web_build}/app.css)

# Sets KAKEHASHI_WEB_READY, or KAKEHASHI_WEB_WHY_NOT.
function(kakehashi_web_packages)
  set(KAKEHASHI_WEB_READY FALSE PARENT_SCOPE)
  find_program(KAKEHASHI_NPM npm)
  find_program(KAKEHASHI_NODE NAMES node nodejs)
  mark_as_advanced(KAKEHASHI_NPM KAKEHASHI_NODE)
  if(NOT KAKEHASHI_NPM OR NOT KAKEHASHI_NODE)
    set(KAKEHASHI_WEB_WHY_NOT "npm is not installed" PARENT_SCOPE)
    return()
  endif()
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY
    CMAKE_CONFIGURE_DEPENDS ${web_source}/package-lock.json)
  file(SHA256 ${web_source}/package-lock.json lock)
  set(stamp ${web_build}/packages.stamp)
  if(EXISTS ${stamp})
    file(READ ${stamp} installed)
  endif()
  if(NOT "${installed}" STREQUAL "${lock}")
    file(REMOVE ${stamp})
    foreach(file package.json package-lock.json .npmrc)
      configure_file(${web_source}/${file} ${web_build}/${file} COPYONLY)
    endforeach()
    message(STATUS "Fetching the packages of web/ with npm")
    execute_process(COMMAND ${KAKEHASHI_NPM} ci --fetch-retries=1 --fetch-timeout=20000
      WORKING_DIRECTORY ${web_build} TIMEOUT 180
      OUTPUT_FILE ${web_build}/npm.log ERROR_FILE ${web_build}/npm.log RESULT_VARIABLE failed)
    if(failed)
      set(KAKEHASHI_WEB_WHY_NOT "npm ci failed (${web_build}/npm.log)" PARENT_SCOPE)
      return()
    endif()
    file(WRITE ${stamp} ${lock})
  endif()
  set(KAKEHASHI_WEB_READY TRUE PARENT_SCOPE)
endfunction()

if(KAKEHASHI_WEB STREQUAL "OFF")
  set(KAKEHASHI_WEB_READY FALSE)
else()
  kakehashi_web_packages()
  if(NOT KAKEHASHI_WEB_READY)
    if(KAKEHASHI_WEB STREQUAL "ON")
      message(FATAL_ERROR "KAKEHASHI_WEB is ON, but ${KAKEHASHI_WEB_WHY_NOT}")
    endif()
    message(STATUS "report.html will be the plain report alone: ${KAKEHASHI_WEB_WHY_NOT}")
  endif()
endif()

set(embedded ${web_source}/plain.css)
if(KAKEHASHI_WEB_READY)
  file(GLOB web_files CONFIGURE_DEPENDS ${web_source}/src/*)
  # NODE_PATH: the sources stay where they are, the packages are in the build.
  add_custom_command(OUTPUT ${web_script} ${web_style}
    COMMAND ${CMAKE_COMMAND} -E env NODE_PATH=${web_build}/node_modules
      ${KAKEHASHI_NODE} ${web_build}/node_modules/esbuild/bin/esbuild
      ${web_source}/src/app.tsx --bundle --minify --charset=utf8 --target=es2020
      --format=iife --jsx=automatic --jsx-import-source=preact --legal-comments=inline
      --tsconfig-raw={} --log-level=warning --outfile=${web_script}
    DEPENDS ${web_files} ${web_build}/packages.stamp
    WORKING_DIRECTORY ${web_source}
    COMMENT "Bundling web/" VERBATIM)
  list(APPEND embedded ${web_script} ${web_style})
endif()
set(web_code ${web_build}/web_bundle.cc)
add_custom_command(OUTPUT ${web_code}
  COMMAND ${CMAKE_COMMAND} -DPLAIN=${web_source}/plain.css
    "-DSCRIPT=$<$<BOOL:${KAKEHASHI_WEB_READY}>:${web_script}>"
    "-DSTYLE=$<$<BOOL:${KAKEHASHI_WEB_READY}>:${web_style}>"
    -DOUT=${web_code} -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
  DEPENDS ${embedded} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake VERBATIM)
add_library(kakehashi_web STATIC ${web_code})
target_include_directories(kakehashi_web PRIVATE ${PROJECT_SOURCE_DIR})
set_target_properties(kakehashi_web PROPERTIES CXX_CLANG_TIDY "")
