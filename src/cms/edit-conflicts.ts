const MESSAGE =
  'Ce fichier a changé sur le disque depuis que vous l’avez ouvert : quelqu’un d’autre, ou un autre programme, l’a enregistré. ' +
  'Rien n’a été écrasé. Copiez vos modifications, rechargez la page, puis refaites-les.';

/** The prefix of the temporary files that Sveltia writes and then renames. */
const TEMPORARY = '.sveltia-tmp-';

type Move = (folder: FileSystemDirectoryHandle, name: string) => Promise<void>;

/**
 * Prevents lost updates in a local folder; on a Git host, Sveltia prevents them itself. A file is written only if it
 * still contains the text that the editor opened, or that this page last wrote. It changes the prototype of file
 * handles.
 *
 * @returns a function to call before each write, with the new text and the text that was opened
 */
export function guardAgainstConflicts(
  page: Pick<typeof window, 'FileSystemFileHandle'>,
): (text: string, opened: string) => void {
  /** The opened texts, by the text that will replace each. */
  const openedTexts = new Map<string, string>();
  /** The texts that this page last wrote, by file name and opened text. */
  const writtenTexts = new Map<string, string>();
  const { prototype } = page.FileSystemFileHandle;
  const { createWritable } = prototype;
  const { move } = prototype as { move?: Move };

  async function check(text: string, file: FileSystemFileHandle | null, name: string): Promise<void> {
    const opened = openedTexts.get(text.trim());
    if (opened === undefined) return;
    const key = `${name}\n${opened}`;
    const current = file ? await (await file.getFile()).text() : '';
    if (![opened, writtenTexts.get(key), text].some((known) => known?.trim() === current.trim()))
      throw new Error(MESSAGE);
    writtenTexts.set(key, text);
  }

  if (move)
    Object.assign(prototype, {
      async move(this: FileSystemFileHandle, folder: FileSystemDirectoryHandle, name: string) {
        const existing = await folder.getFileHandle(name).catch(() => null);
        await check(await (await this.getFile()).text(), existing, `${folder.name}/${name}`);
        return move.call(this, folder, name);
      },
    });
  prototype.createWritable = async function (options) {
    const stream = await createWritable.call(this, options);
    const { write } = stream;
    stream.write = async (data) => {
      if (typeof data === 'string' && !this.name.startsWith(TEMPORARY)) await check(data, this, this.name);
      return write.call(stream, data);
    };
    return stream;
  };
  return (text, opened) => {
    openedTexts.set(text.trim(), opened);
  };
}
