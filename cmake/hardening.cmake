# What makes a mistake in the program harder to abuse, and two builds of the
# same source the same bytes.  Checked by tests/packaging/hardening_test.py.
#
# The compiler flags leave Debug builds alone, which have assertions and the
# sanitizers instead; the linker flags are everywhere.
add_link_options(-Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
add_link_options($<IF:$<BOOL:$<TARGET_PROPERTY:KAKEHASHI_STATIC_PROGRAM>>,-static-pie,-pie>)

set(hardening
  -fPIE
  -fstack-protector-strong
  -fstack-clash-protection
  # Of several maps that fit the one given last is taken.
  -ffile-prefix-map=${PROJECT_SOURCE_DIR}=.
  -ffile-prefix-map=${PROJECT_BINARY_DIR}=./build
  -U_FORTIFY_SOURCE
  -D_FORTIFY_SOURCE=3
  -D_GLIBCXX_ASSERTIONS)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|i.86)$")
  list(APPEND hardening -fcf-protection=full)
endif()
add_compile_options("$<$<NOT:$<CONFIG:Debug>>:${hardening}>")
