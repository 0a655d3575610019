import { publishFolder } from '#cli/build/publish-folder.ts';

/** Publishes a site whenever its parent asks, and replies with the error, or with an empty text. */
const [served = '', site = ''] = process.argv.slice(2);
process.on('message', () => {
  void publishFolder(site, served).then(
    () => process.send?.(''),
    (error: unknown) => process.send?.(String(error)),
  );
});
process.send?.('ready');
