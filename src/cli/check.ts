import { checkContent } from '#content/check-content.ts';
import { formatPlaceholders, listPlaceholders } from '#content/placeholders.ts';
import { formatProblems } from '#content/problems.ts';

const root = process.cwd();
const [problems, placeholders] = [await checkContent(root), await listPlaceholders(root)];
console.log(formatProblems(problems));
if (placeholders.length > 0) console.log(formatPlaceholders(placeholders));
process.exitCode = problems.length > 0 ? 1 : 0;
