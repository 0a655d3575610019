import { execFile } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'astro/zod';

export interface GrammarFault {
  /** Index of the paragraph, from 0. */
  paragraph: number;
  /** Offset in the paragraph. */
  start: number;
  message: string;
  suggestions: string[];
}

/**
 * Groups of Grammalecte's rules that are off, because the site corrects typography and another rule checks spelling.
 */
const DISABLED_RULES = 'typo apos esp tab nbsp unit num liga tu mapos nf maj chim'.split(' ');
const MAX_OUTPUT = 64_000_000;
const MAX_SUGGESTIONS = 3;

const reportSchema = z.object({
  data: z.array(
    z.object({
      iParagraph: z.int(),
      lGrammarErrors: z.array(
        z.object({ nStart: z.int(), sMessage: z.string(), aSuggestions: z.array(z.string()) }),
      ),
    }),
  ),
});

/** The path of the Grammalecte command; `null` when it is not installed. */
export function findGrammarChecker(path = process.env['PATH'] ?? ''): string | null {
  const candidates = path.split(delimiter).map((folder) => join(folder, 'grammalecte-cli'));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs the grammar checker Grammalecte on paragraphs of one line. Returns no faults when it is not installed. */
export async function checkGrammar(paragraphs: readonly string[]): Promise<GrammarFault[]> {
  const command = findGrammarChecker();
  if (!command) return [];
  const folder = mkdtempSync(join(tmpdir(), 'grammaire-'));
  try {
    const file = join(folder, 'texte.txt');
    writeFileSync(file, paragraphs.map((paragraph) => `${paragraph}\n`).join(''));
    const { stdout } = await promisify(execFile)(command, ['-f', file, '-j', '-off', ...DISABLED_RULES], {
      maxBuffer: MAX_OUTPUT,
    });
    return reportSchema.parse(JSON.parse(stdout)).data.flatMap(({ iParagraph, lGrammarErrors }) =>
      lGrammarErrors.map(({ nStart, sMessage, aSuggestions }) => ({
        paragraph: iParagraph - 1,
        start: nStart,
        message: sMessage,
        suggestions: aSuggestions.slice(0, MAX_SUGGESTIONS),
      })),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
