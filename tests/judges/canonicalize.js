// What the npm package canonicalize, by an author of RFC 8785, makes of JSON values: an array of canonical texts.
import { readFileSync } from "node:fs";
import canonicalize from "canonicalize";

const values = JSON.parse(readFileSync(0, "utf8"));

process.stdout.write(JSON.stringify(values.map((value) => canonicalize(value))));
