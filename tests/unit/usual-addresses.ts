import { vi } from 'vitest';

/**
 * Loads the table of routes with the usual words of addresses, those of tests/fixtures/content, because a magazine may
 * choose others in content/site.yaml.
 */
const cwd = vi.spyOn(process, 'cwd').mockReturnValue('tests/fixtures');
await import('#routes.ts');
cwd.mockRestore();
