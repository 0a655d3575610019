import { parse, parseDocument } from 'yaml';
import { type Data, editYaml } from '#lib/yaml-edit.ts';
import type { Migration, Texts } from '#cli/upgrade/migration.ts';

/**
 * Moves colours, icon and roles of pages into content/, so that the magazine looks the same. Before, the engine defined
 * the colours, public/ contained the icon, and the role of a page was determined by its file name.
 */
export const migrate: Migration = (texts) => new Map([...look(texts), ...roles(texts)]);

const SITE = 'content/site.yaml';
const OLD_ICON = 'public/favicon.svg';
const ICON = 'icone.svg';

/** The colours that the engine defined for every magazine. */
const COLOURS = {
  dot: '#ff5a36',
  light: {
    paper: '#fbf8f2',
    ink: '#17181c',
    soft: '#5d5a54',
    lead: '#35352f',
    line: '#ddd6c8',
    card: '#f3eee3',
    border: '#8d877b',
    note: '#4b4943',
  },
  dark: {
    paper: '#14161a',
    ink: '#ece8df',
    soft: '#a9a59b',
    lead: '#cfcac0',
    line: '#2e3138',
    card: '#1c1f25',
    border: '#6d7078',
    note: '#b5b0a5',
  },
  accents: [
    accent('vert', '#0f6b4a', '#dff0e4', '#6fd3a8', '#143226'),
    accent('bleu', '#1d4fa3', '#e1eaf8', '#8fb8f5', '#16263f'),
    accent('violet', '#6a3a8c', '#efe4f5', '#cba6ea', '#2c1c3a'),
    accent('orange', '#a84310', '#fbe7d8', '#f5a36b', '#3a2312'),
    accent('rouge', '#b3261e', '#fbe3df', '#f59a8f', '#3d1a17'),
    accent('ocre', '#7a5600', '#f6ecd2', '#e5bd5c', '#33280d'),
    accent('sarcelle', '#0b6470', '#dceff1', '#6fcbd8', '#10323a'),
  ],
};

function accent(name: string, light: string, lightGround: string, dark: string, darkGround: string) {
  return { name, light, lightGround, dark, darkGround };
}

/** The role of each page that the engine recognized by its file name. */
const ROLES: Readonly<Record<string, string>> = {
  'la-charte': 'charte',
  ...Object.fromEntries(
    ['accessibilite', 'confidentialite', 'contact', 'corrections', 'mentions-legales', 'plan-du-site'].map(
      (role) => [role, role],
    ),
  ),
};

function look(texts: Texts): [string, string | null][] {
  const source = texts.get(SITE);
  const fields: unknown = source === undefined ? null : parse(source);
  if (source === undefined || typeof fields !== 'object' || fields === null) return [];
  const icon = 'icon' in fields ? undefined : texts.get(OLD_ICON);
  const added = {
    ...(icon !== undefined && { icon: ICON }),
    ...(!('colours' in fields) && { colours: COLOURS }),
  };
  if (Object.keys(added).length === 0) return [];
  const site: [string, string] = [SITE, editYaml(source, { ...(fields as Record<string, Data>), ...added })];
  if (icon === undefined) return [site];
  return [site, [`content/site/${ICON}`, icon], [OLD_ICON, null]];
}

function roles(texts: Texts): [string, string][] {
  return Object.entries(ROLES).flatMap(([slug, role]): [string, string][] => {
    const path = `content/pages/${slug}.mdx`;
    const source = texts.get(path) ?? '';
    const [, opening = '', fields = '', rest] = /^(---\r?\n)([\s\S]*?\n)(---[\s\S]*)$/u.exec(source) ?? [];
    if (rest === undefined || parseDocument(fields).has('role')) return [];
    const lineBreak = opening.slice('---'.length);
    return [[path, `${opening}${fields}role: ${role}${lineBreak}${rest}`]];
  });
}
