import { expect, it } from 'vitest';
import { rule } from '#cli/rules/placeholders.ts';
import { page, project, said } from '../project.ts';

it('lists what is still to be written', async () => {
  expect(await said(rule, project([page('Écrire à <ACompleter>adresse</ACompleter>.')]))).toEqual([
    '7:10 Il reste à écrire : adresse',
  ]);
});

it('says nothing of a finished page', async () => {
  expect(await said(rule, project([page('Tout est écrit.')]))).toEqual([]);
});
