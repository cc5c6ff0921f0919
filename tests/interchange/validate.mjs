// Validates files with ajv against a JSON Schema of draft 7.
//
// usage: node validate.mjs SCHEMA FILE...
//
// Prints "FILE: valid", or each error; status 1 when a file is not valid.
import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const [schemaFile, ...files] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
// \p{L} in the patterns of OSCAL needs the u flag.  strict would refuse the
// schema itself, which gives patterns for numbers.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: true });
addFormats(ajv);
const validate = ajv.compile(schema);
let bad = 0;
for (const file of files) {
  if (validate(JSON.parse(readFileSync(file, "utf8")))) {
    console.log(`${file}: valid`);
    continue;
  }
  ++bad;
  for (const error of validate.errors.slice(0, 20)) {
    console.log(`${file}: ${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
  }
}
process.exit(bad === 0 ? 0 : 1);
