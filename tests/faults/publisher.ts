import { publishFolder } from '#cli/build/publish-folder.ts';

/** Publishes a site each time that its parent says so, and answers with what went wrong, or nothing. */
const [served = '', site = ''] = process.argv.slice(2);
process.on('message', () => {
  void publishFolder(site, served).then(
    () => process.send?.(''),
    (error: unknown) => process.send?.(String(error)),
  );
});
process.send?.('ready');
