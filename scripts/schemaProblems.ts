/** What an XML text has against a schema; needs no network and no program of the machine. */
import { validateXML } from 'xmllint-wasm';

interface XmlFile {
  readonly name: string;
  readonly text: string;
}

/** Empty when it is valid; else a line a problem, with its place. Throws when the schema itself cannot be used. */
export async function schemaProblems(file: XmlFile, schema: XmlFile): Promise<readonly string[]> {
  const { valid, errors, rawOutput } = await validateXML({
    xml: [{ fileName: file.name, contents: file.text }],
    schema: [{ fileName: schema.name, contents: schema.text }],
  });
  if (!valid && errors.length === 0) throw new Error(rawOutput);
  return errors.map(({ loc, message, rawMessage }) =>
    loc === null ? rawMessage : `line ${loc.lineNumber}: ${message}`,
  );
}
