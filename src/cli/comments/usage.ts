/** How the command is called. Not among the labels, which are set in French: these are to be typed as they are. */
export const USAGE = `Usage :
  npm run comments                                   lire et décider, pas à pas
  npm run comments -- list [--json]                  ce qui attend
  npm run comments -- read <nom>                     le lire en entier
  npm run comments -- accept <nom>…                  publier (d’un signalement : retirer le commentaire)
  npm run comments -- reject <nom>…                  refuser (d’un signalement : l’écarter)
  npm run comments -- reply <nom> --text "…" [--author "…"]   répondre à un commentaire publié
  npm run comments -- erase --email nom@exemple.fr   effacer tout ce qui vient de cette adresse
  npm run comments -- discard <fichier>…             supprimer un fichier illisible que « list » nomme
  npm run comments -- purge                          effacer les refusés gardés assez longtemps`;
