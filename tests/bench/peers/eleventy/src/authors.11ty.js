import { listTemplate } from '../list.js';

export const { data, render } = listTemplate('authorsPages', 'auteurs', (key) => key);
