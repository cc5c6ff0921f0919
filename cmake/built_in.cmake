# Writes OUT, C++ with the bytes of the files named in LIST (a file, one path
# below ROOT a line), for mapper/base/built_in.h.  The assembler takes the
# files in as they are.
cmake_minimum_required(VERSION 3.25)
file(STRINGS ${LIST} paths)
set(declared "")
set(assembled "")
set(rows "")
set(number 0)
foreach(path ${paths})
  set(name kakehashi_file_${number})
  string(APPEND declared "[[gnu::visibility(\"hidden\")]] extern const char ${name}[];\n"
    "[[gnu::visibility(\"hidden\")]] extern const char ${name}_end[];\n")
  string(APPEND assembled "    \".global ${name}, ${name}_end\\n\"\n"
    "    \".hidden ${name}, ${name}_end\\n\"\n"
    "    \"${name}: .incbin \\\"${ROOT}/${path}\\\"\\n\"\n"
    "    \"${name}_end: .byte 0\\n\"\n")
  string(APPEND rows "      {\"${path}\", {${name}, static_cast<std::size_t>(${name}_end - ${name})}},\n")
  math(EXPR number "${number} + 1")
endforeach()
set(code "// Written by cmake/built_in.cmake.\n#include <cstddef>\n\n#include \"mapper/base/built_in.h\"\n\n")
if(paths)
  string(APPEND code "extern \"C\" {\n${declared}}\n\nasm(\".pushsection .rodata\\n\"\n${assembled}"
    "    \".popsection\\n\");\n\n")
endif()
string(APPEND code "namespace mapper {\n\nstd::vector<BuiltInFile> BuiltInData() {\n  return {\n${rows}  };\n}\n\n}  // namespace mapper\n")
file(WRITE ${OUT} "${code}")
