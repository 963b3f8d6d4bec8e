/** What is published of the authored formats: a schema each, and which files an editor takes it for. */
import { FORMATS, jsonSchemaText } from '#library/schema/json-schema.ts';

const schemaPath = (name: string): string => `docs/schema/${name}.schema.json`;

/** Path from the project's root → text. */
export const publishedFiles = (): Map<string, string> => {
  const schemas = Object.keys(FORMATS).map((name): [string, string] => [schemaPath(name), jsonSchemaText(name) ?? '']);
  const settings = {
    'yaml.schemas': Object.fromEntries(
      Object.entries(FORMATS).map(([name, { files }]) => [`./${schemaPath(name)}`, files]),
    ),
    // The checker explains colons and commas in Chinese sentences, and no other tool should reorder an author's file.
    'yaml.format.enable': false,
  };
  return new Map([...schemas, ['.vscode/settings.json', `${JSON.stringify(settings, null, 2)}\n`]]);
};
