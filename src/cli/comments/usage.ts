/** How the command is called. Not among the labels, which are set in French: these are to be typed as they are. */
export const USAGE = `Utilisation :
  npm run comments                                     lire et décider, pas à pas
  npm run comments -- liste [--json]                   lister ce qui est en attente
  npm run comments -- lire <nom>                       afficher un commentaire ou un signalement en entier
  npm run comments -- accepter <nom>…                  publier (pour un signalement : retirer le commentaire)
  npm run comments -- refuser <nom>…                   refuser (pour un signalement : l’écarter)
  npm run comments -- repondre <nom> --texte "…" [--auteur "…"]   répondre à un commentaire publié
  npm run comments -- effacer --email nom@exemple.fr   effacer tout ce qui vient de cette adresse
  npm run comments -- supprimer <fichier>…             supprimer un fichier illisible signalé par « liste »
  npm run comments -- purger                           effacer les refusés dont le délai de conservation a expiré
  npm run comments -- --aide                           afficher cette aide`;
