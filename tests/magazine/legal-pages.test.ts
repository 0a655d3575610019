import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSetting } from '#content/files/content-file.ts';

/** The words in which this magazine's legal pages state what the law asks for; another magazine has its own words. */
const DUTIES = {
  'mentions-legales': ['Éditeur', 'Hébergeur', 'Droit de réponse', 'publication'],
  confidentialite: ['responsable', 'Fondement', 'Vos droits', 'Commission nationale de l’informatique'],
  accessibilite: ['État de conformité', 'Voies de recours', 'Défenseur des droits'],
};

describe.runIf(readSetting('.', 'name') === 'Innovations')('the legal pages of Innovations', () => {
  it.each(Object.entries(DUTIES))('state what the law asks for: %s', (role, parts) => {
    const text = readFileSync(`content/pages/${role}.mdx`, 'utf8');
    expect(text).toContain(`\nrole: ${role}\n`);
    for (const part of parts) expect(text).toContain(part);
    // Readers are told « hors connexion ».
    expect(text).not.toContain('sans réseau');
  });
});
