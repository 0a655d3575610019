/** French stop words, without accents, and words that only introduce a question. */
const STOP_WORDS = new Set(
  `a afin ah ai aie ainsi alors apres as au aucun aucune aujourd aupres auquel aussi autant autour autre autres aux
  avait avant avec avez avoir avons ayant beaucoup bien c ca car ce ceci cela celle celles celui cent cependant certain
  certaine certaines certains ces cet cette ceux chacun chaque chez ci combien comme comment contre coute coutent d dans de definition
  dehors deja depuis des desormais dessous dessus deux devant differents dire dit doit doivent donc dont du durant elle
  elles en encore enfin ensuite entre envers est et etaient etait etant ete etes etre eu eux existe expliquer
  explication expliquez fait faire faut fois fonctionne fonctionnent font hors ici il ils j jamais je jusqu l la
  laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais malgre marche meme memes mes
  mieux moi moins mon n ne ni non nos notre nous o on ont ou oui par parce parfois parmi pas pendant peu peut peuvent
  plus plusieurs plutot pour pourquoi pourrait pouvoir pres puis puisqu puisque qu quand que quel quelle quelles quelqu
  quelque quelques quels qui quoi quoiqu quoique s sa sans sauf se sera sert seront ses seul si signifie signifient soi
  soit sommes son sont sous souvent sur t ta tandis tant te tel telle telles tels tes toi ton toujours tous tout toute
  toutes tres trop tu un une va vers veut via voici voila vos votre vous vraiment vs y`.split(/\s+/u),
);

/** Whether a word, in lower case without accents, is a stop word. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
