import { listTemplate } from '../list.js';
import site from '../site.js';

export const { data, render } = listTemplate('categoriesPages', 'rubriques', (key) => site.names[key]);
