export { default } from './magazine.js';
