#include "mapper/base/uuid.h"

#include <gtest/gtest.h>

#include "mapper/base/error.h"

namespace mapper {
namespace {

TEST(UuidTest, IsMadeFromTheName) {
  static const struct {
    const char* space;
    const char* name;
    const char* uuid;
  } kCases[] = {
      // RFC 9562, appendix A.4.
      {"6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com",
       "2ed6657d-e927-568b-95e1-2665a8aea6a2"},
      {"00000000-0000-0000-0000-000000000000", "kakehashi", kUuidNamespace},
      {kUuidNamespace, "架け橋", "3c8b9c60-2757-5edb-a860-9c9185efcd39"},
      {kUuidNamespace, "", "3afa65ae-4d55-5588-b7f7-b270187701af"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(UuidV5(c.space, c.name), c.uuid) << c.name;
  }
}

TEST(UuidTest, RefusesANamespaceThatIsNoUuid) {
  for (const char* space : {"", "6ba7b810", "6ba7b8109dad11d180b400c04fd430c8",
                            "6ba7b810-9dad-11d1-80b4-00c04fd430cg",
                            "6ba7b810-9dad-11d1-80b4-00c04fd430c8-",
                            "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"}) {
    EXPECT_THROW(UuidV5(space, "x"), Error) << space;
  }
}

TEST(UuidTest, RandomOnesHaveTheFormAndDiffer) {
  const std::string a = RandomUuid();
  EXPECT_NE(a, RandomUuid());
  EXPECT_EQ(a.size(), 36U);
  EXPECT_EQ(a[14], '4') << a;
  EXPECT_NE(std::string("89ab").find(a[19]), std::string::npos) << a;
  EXPECT_NO_THROW(UuidV5(a, "x")) << a;
}

}  // namespace
}  // namespace mapper
