const REFUSAL =
  'Ce fichier a changé sur le disque depuis que vous l’avez ouvert : quelqu’un d’autre, ou un autre programme, l’a enregistré. ' +
  'Rien n’a été écrasé. Copiez vos modifications, rechargez la page, puis refaites-les.';

/**
 * Keeps what someone else saved in a folder of the computer: a text is written only where the file still
 * says what it said when it was opened, or what this page wrote since. Sveltia makes that comparison for
 * files on a host alone.
 *
 * @returns what to call with each text before it is written, and what its file held when it was opened
 */
export function protectColleagues(page: typeof globalThis): (text: string, opened: string) => void {
  /** What a file held when it was opened, by the text that is to replace it. */
  const openings = new Map<string, string>();
  /** What this page wrote last, by the file’s name and what it held when it was opened. */
  const written = new Map<string, string>();
  const { prototype } = page.FileSystemFileHandle;
  const { createWritable } = prototype;
  const { move } = prototype as { move?: Move };

  /** Throws when the file is not what this text was made from. */
  async function check(text: string, file: FileSystemFileHandle | null, name: string): Promise<void> {
    const opened = openings.get(text.trim());
    if (opened === undefined) return;
    const key = `${name}\n${opened}`;
    const found = file ? await (await file.getFile()).text() : '';
    if (![opened, written.get(key), text].some((known) => known?.trim() === found.trim()))
      throw new Error(REFUSAL);
    written.set(key, text);
  }

  if (move)
    Object.assign(prototype, {
      async move(this: FileSystemFileHandle, folder: FileSystemDirectoryHandle, name: string) {
        const there = await folder.getFileHandle(name).catch(() => null);
        await check(await (await this.getFile()).text(), there, `${folder.name}/${name}`);
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
    openings.set(text.trim(), opened);
  };
}

/** How Sveltia begins the name of a file that it then moves to its place. */
const TEMPORARY = '.sveltia-tmp-';

type Move = (folder: FileSystemDirectoryHandle, name: string) => Promise<void>;
