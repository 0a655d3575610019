import type { CmsConfig } from '@sveltia/cms';
import type { DESCRIBED_FILES, FieldSchema } from '#content/json-schemas.ts';
import { editorComponents } from './components.ts';
import { readMdx, readYaml, writeMdx, writeYaml, type Entry } from './formats.ts';
import { askBeforeLeaving } from './leaving.ts';
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

for (const name of ['article', 'page'] as const)
  CMS.registerCustomFormat(name, 'mdx', {
    fromFile: (text) => readMdx(text, schemas[name]),
    toFile: (entry: Entry) => writeMdx(entry, schemas[name]),
  });
for (const name of ['category', 'author', 'front-page', 'site'] as const)
  CMS.registerCustomFormat(name, 'yaml', {
    fromFile: (text) => readYaml(text),
    toFile: (entry: Entry) => writeYaml(entry, schemas[name]),
  });
CMS.registerCustomFormat('tags', 'yaml', {
  fromFile: (text) => readYaml(text, 'tags'),
  toFile: (entry: Entry) => writeYaml(entry, schemas.tags, 'tags'),
});
for (const component of editorComponents()) CMS.registerEditorComponent(component);
CMS.registerEventListener({ name: 'postSave', handler: askBeforeLeaving(window) });
await CMS.init({ config: settings });
