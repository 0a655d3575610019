import type { CmsConfig } from '@sveltia/cms';
import type { DESCRIBED_FILES, FieldSchema } from '#model/json-schemas.ts';
import { editorComponents } from './components.ts';
import { guardAgainstConflicts } from './edit-conflicts.ts';
import { FOCAL_POINT_FIELD } from './fields.ts';
import { type CreateElement, focalPointField } from './focal-point.ts';
import { type Entry, ORIGINAL, readMdx, readYaml, writeMdx, writeYaml } from './formats.ts';
import { guardAgainstRepetition } from './near-article.ts';
import { setPreferences } from './preferences.ts';
import { validationMessage } from './validation.ts';

/** The JSON data in the page: the configuration of Sveltia, and the schema of each kind of file. */
interface PageData {
  configuration: CmsConfig;
  schemas: Record<keyof typeof DESCRIBED_FILES, FieldSchema>;
}

/** What Sveltia adds to the window for custom fields. */
interface ReactGlobals {
  h: CreateElement;
}

const { configuration, schemas } = JSON.parse(
  document.querySelector('#cms-data')?.textContent ?? '',
) as PageData;

try {
  setPreferences(localStorage);
} catch {
  // Sveltia itself informs the editor that the browser refuses storage.
}
// Imported only now, because Sveltia reads the preferences as soon as it is loaded.
const { default: CMS } = await import('@sveltia/cms');

const announce = 'FileSystemFileHandle' in window ? guardAgainstConflicts(window) : () => undefined;
const askAboutNearArticle = guardAgainstRepetition('articles.json');
/** Announces each text to the conflict guard before Sveltia writes it. */
const toFile = (write: (entry: Entry) => string) => (entry: Entry) => {
  const text = write(entry);
  announce(text, String(entry[ORIGINAL] ?? ''));
  return text;
};

for (const name of ['article', 'page'] as const)
  CMS.registerCustomFormat(name, 'mdx', {
    fromFile: (text) => readMdx(text, schemas[name]),
    toFile: toFile((entry) => {
      const text = writeMdx(entry, schemas[name], isRichText());
      const message = validationMessage(name, text);
      if (message !== null) throw refusal(new Error(message));
      if (name === 'article' && !entry[ORIGINAL]) confirmNewArticle(entry);
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
const textField = CMS.getFieldType('string');
CMS.registerFieldType(
  FOCAL_POINT_FIELD,
  focalPointField((window as unknown as ReactGlobals).h, textField?.control),
  textField?.preview,
);
CMS.registerEventListener({ name: 'postSave', handler: confirmLeaving() });
await CMS.init({ config: configuration });

function confirmNewArticle({ title, description }: Entry): void {
  try {
    askAboutNearArticle(String(title ?? ''), String(description ?? ''));
  } catch (error) {
    throw refusal(error);
  }
}

/** With this message, Sveltia shows the cause of an error and does not close the form. */
function refusal(cause: unknown): Error {
  return new Error('saving_failed', { cause });
}

/** Whether the body is open in the rich text editor. */
function isRichText(): boolean {
  return document.querySelector('[data-key-path="body"] .lexical-root') !== null;
}

/**
 * Asks for confirmation before a form with unsaved work is closed, by a link, a button or the browser. In a local
 * folder, Sveltia makes no backup of it.
 *
 * @returns a function to call after each save, because Sveltia then closes the form itself
 */
function confirmLeaving(): () => void {
  let isSaved = false;
  const isAtRisk = () => !isSaved && hasUnsavedWork();
  for (const gesture of ['keydown', 'pointerdown', 'input'])
    addEventListener(gesture, () => void (isSaved = false), { capture: true });
  addEventListener('beforeunload', (event) => {
    if (isAtRisk()) event.preventDefault();
  });
  const navigation = window.navigation as Navigation | undefined;
  navigation?.addEventListener('navigate', (event) => {
    const isLeaving = event.cancelable && event.destination.url !== location.href;
    const question = 'Votre travail n’est pas enregistré. Quitter ce formulaire sans l’enregistrer ?';
    if (isLeaving && isAtRisk() && !confirm(question)) event.preventDefault();
  });
  return () => {
    isSaved = true;
  };
}

/** Sveltia enables its save button only when the form has changed. */
function hasUnsavedWork(): boolean {
  const buttons = document.querySelectorAll('button[aria-keyshortcuts$="+S"]');
  return [...buttons].some((button) => button.getAttribute('aria-disabled') !== 'true');
}
