/** The words of invented articles: enough of them for a search index to have something to do. */

const list = (words: string): readonly string[] => words.trim().split(/\s+/u);

/** Masculine nouns that begin with a consonant, so that « le », « du » and « ce » always fit. */
export const THINGS = list(`
  capteur moteur réseau logiciel serveur câble circuit filtre four robot drone satellite radar contrat budget
  marché brevet capital métier chantier service bureau rapport sondage bulletin règlement décret tribunal
  conseil conflit débat projet plan programme modèle calcul tableau tri classement courant fleuve sol bois
  béton métal plastique verre carbone gaz pétrole vent soleil climat jardin verger champ quartier pont tunnel
  train vélo bus port canal phare musée livre journal carnet film récit dessin jeu magasin panier prix salaire
  fonds prêt crédit taux risque savoir métronome cadran levier ressort piston joint boîtier clavier message
`);

/** Adjectives that read the same with any of them. */
export const QUALITIES = list(`
  fragile solide rapide rentable utile célèbre rare discret durable sobre fiable tardif public privé local
  mondial collectif obligatoire volontaire provisoire propre sensible stable souple complexe simple étrange
  ordinaire moderne ancien précis robuste minuscule immense
`);

export const ACTIONS = list(`
  mesure compare remplace finance surveille corrige prépare ralentit accélère protège expose relie sépare
  trie classe publie refuse accepte répare adapte teste invente copie partage vend loue recycle économise
  transforme organise limite dépasse éclaire
`);

export const PLACES = list(`
  Lyon Nantes Lille Rennes Brest Grenoble Toulouse Metz Caen Dijon Nancy Angers Tours Pau Nice Montréal
  Bruxelles Genève Dakar Tunis Lausanne Namur Québec
`);

export const PEOPLE = list(`
  Camille Nadia Hugo Louise Karim Jeanne Marc Élise Simon Fatou Victor Agathe Bruno Inès Paul Rose Malik
  Claire Yves Sarah
`);

export const NAMES = list(`
  Bertin Colas Delmas Fabre Garnier Hamel Joubert Keller Lacombe Marchand Noël Perrin Renaud Sauvage Tissot
  Vidal Weber Zeller
`);
