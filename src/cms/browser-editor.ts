import type { CmsConfig } from '@sveltia/cms';
import type { DESCRIBED_FILES, FieldSchema } from '#model/json-schemas.ts';
import { protectColleagues } from './colleagues.ts';
import { editorComponents } from './components.ts';
import { type Entry, ORIGINAL, readMdx, readYaml, writeMdx, writeYaml } from './formats.ts';
import { askBeforeLeaving } from './leaving.ts';
import { refusalOf } from './refusal.ts';
import { setPreferences } from './preferences.ts';

/** What the page hands over: the settings, and the schema of each kind of file. */
interface Handed {
  settings: CmsConfig;
  schemas: Record<keyof typeof DESCRIBED_FILES, FieldSchema>;
}

const { settings, schemas } = JSON.parse(document.querySelector('#desk')?.textContent ?? '') as Handed;

try {
  setPreferences(localStorage);
} catch {
  // Sveltia itself reports that the browser refuses it any storage.
}
// It reads the preferences as soon as it is loaded.
const { default: CMS } = await import('@sveltia/cms');

const announce = 'FileSystemFileHandle' in globalThis ? protectColleagues(globalThis) : () => undefined;
/** How a kind of file is written: its text is announced, so that nobody else’s is overwritten. */
const toFile = (write: (entry: Entry) => string) => (entry: Entry) => {
  const text = write(entry);
  announce(text, String(entry[ORIGINAL] ?? ''));
  return text;
};

for (const name of ['article', 'page'] as const)
  CMS.registerCustomFormat(name, 'mdx', {
    fromFile: (text) => readMdx(text, schemas[name]),
    toFile: toFile((entry) => {
      const text = writeMdx(entry, schemas[name], isRespelt());
      const refusal = refusalOf(name, text);
      if (refusal !== null) refuse(refusal);
      return text;
    }),
  });
for (const name of ['category', 'author', 'front-page', 'site'] as const)
  CMS.registerCustomFormat(name, 'yaml', {
    fromFile: (text) => readYaml(text),
    toFile: toFile((entry) => writeYaml(entry, schemas[name])),
  });
CMS.registerCustomFormat('tags', 'yaml', {
  fromFile: (text) => readYaml(text, 'tags'),
  toFile: toFile((entry) => writeYaml(entry, schemas.tags, 'tags')),
});
for (const component of editorComponents()) CMS.registerEditorComponent(component);
CMS.registerEventListener({ name: 'postSave', handler: askBeforeLeaving(window) });
await CMS.init({ config: settings });

/** Whether the text on the page is in the editor with formatting. */
function isRespelt(): boolean {
  return document.querySelector('[data-key-path="body"] .lexical-root') !== null;
}

/** Stops a save: of an error that is named so, Sveltia shows the cause, and keeps the form open. */
function refuse(message: string): never {
  throw new Error('saving_failed', { cause: new Error(message) });
}
