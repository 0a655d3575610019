import { listTemplate } from '../list.js';

export const { data, render } = listTemplate('tagsPages', 'etiquettes', (key) => key);
