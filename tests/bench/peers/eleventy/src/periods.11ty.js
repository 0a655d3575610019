import { listTemplate } from '../list.js';

export const { data, render } = listTemplate('periodsPages', 'archives', (key) => key);
