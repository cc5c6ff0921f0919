# Writes OUT, C++ that holds the bytes of PLAIN, SCRIPT and STYLE.
cmake_minimum_required(VERSION 3.25)
set(code "// Written by cmake/embed.cmake.\n#include \"mapper/report/html_page.h\"\n\nnamespace mapper {\nnamespace {\n")
foreach(part PLAIN SCRIPT STYLE)
  set(hex "")
  if(${part})
    file(READ ${${part}} hex HEX)
    file(READ ${${part}} text)
    if(text MATCHES "</[sS][tTcC]|<!--")
      message(FATAL_ERROR "${${part}} would end the element it stands in")
    endif()
  endif()
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND code "constexpr char k${part}[] = {${bytes}0};\n")
endforeach()
string(APPEND code "}  // namespace\n\nHtmlBundle BuiltBundle() {\n"
  "  return {{kPLAIN, sizeof(kPLAIN) - 1}, {kSTYLE, sizeof(kSTYLE) - 1},\n"
  "          {kSCRIPT, sizeof(kSCRIPT) - 1}};\n}\n\n}  // namespace mapper\n")
file(WRITE ${OUT} "${code}")
