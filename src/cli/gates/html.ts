import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { fr } from '#lib/typography/fr.ts';
import { counted } from '#lib/french.ts';
import { type Gate, type GateFault, within } from './gate.ts';

export const gate: Gate = {
  name: 'html',
  title: 'HTML valide',
  reads: 'site',
  async judge({ root, pages }, { html }) {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const faults: GateFault[] = [];
    for (const { file } of pages) {
      const report = await validator.validateFile(join(root, file));
      for (const { line, column, message, ruleId, ruleUrl } of report.results.flatMap(
        ({ messages }) => messages,
      ))
        faults.push({
          place: `${file}:${line}:${column}`,
          message: `${message} [${ruleId}]`,
          remedy: fr`Corrigez le composant ou le texte qui produit ce passage (${ruleUrl ?? ruleId})`,
        });
    }
    return within(html.faults, fr`${counted(pages.length, 'page lue', 'pages lues')}`, faults);
  },
};
