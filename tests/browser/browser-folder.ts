import type { Page } from '@playwright/test';

/** The files of a folder, in base64, by path. */
export type FolderFiles = Record<string, string>;

/**
 * Replaces the folder picker with a folder of the browser's own storage, because a test cannot use the browser's
 * dialog.
 *
 * @param anyPage an address of the same origin
 */
export async function giveFolder(page: Page, anyPage: string, files: FolderFiles): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('magazine'),
    });
  });
  await page.goto(anyPage);
  await page.evaluate(async (given) => {
    const top = await navigator.storage.getDirectory();
    const root = await top.getDirectoryHandle('magazine', { create: true });
    await root.getDirectoryHandle('.git', { create: true });
    for (const [path, content] of Object.entries(given)) {
      let folder = root;
      const names = path.split('/');
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const file = await folder.getFileHandle(names.at(-1) ?? '', { create: true });
      const stream = await file.createWritable();
      await stream.write(Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)));
      await stream.close();
    }
  }, files);
}

/** Reads the files of the folder that `giveFolder` made. */
export async function readFolder(page: Page): Promise<FolderFiles> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, above: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${above}${name}/`);
        else {
          const file = await (handle as FileSystemFileHandle).getFile();
          const bytes = new Uint8Array(await file.arrayBuffer());
          found[above + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
        }
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('magazine'), '');
    return found;
  });
}

/** Writes a file into the folder that `giveFolder` made, as another program would. */
export async function writeFile(page: Page, path: string, text: string): Promise<void> {
  await page.evaluate(
    async ({ names, content }) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('magazine');
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
      const stream = await (await folder.getFileHandle(names.at(-1) ?? '')).createWritable();
      await stream.write(new Blob([content]));
      await stream.close();
    },
    { names: path.split('/'), content: text },
  );
}
