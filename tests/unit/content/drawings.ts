/** Drawings in the style of the programs that export them, written for these tests. */
const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"';
/** A PNG of one pixel. */
export const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const lucidchart = (glyphs: number) =>
  [
    `<svg ${SVG} ${LINK} xmlns:lucid="lucid" width="1200" height="800"><g transform="translate(-40 -60)" lucid:page-tab-id="0_0">`,
    `<defs>${Array.from({ length: 40 }, (_, index) => `<path fill="#333" d="M${index} 0h30v-70z" id="a${index}"/>`).join('')}`,
    `${Array.from({ length: 20 }, (_, word) => `<g id="w${word}">${Array.from({ length: glyphs / 20 }, (_unused, index) => `<use transform="matrix(.05 0 0 .05 ${index} 0)" xlink:href="#a${(word + index) % 40}"/>`).join('')}</g>`).join('')}</defs>`,
    Array.from(
      { length: 20 },
      (_, word) => `<g><use xlink:href="#w${word}" transform="translate(${word} 9)"/></g>`,
    ).join(''),
    '</g></svg>',
  ].join('');

const HONEST: Readonly<Record<string, string>> = {
  'Figma, with a shadow and a photograph': `<svg width="640" height="360" viewBox="0 0 640 360" fill="none" ${SVG} ${LINK}>
<g filter="url(#filter0_d_12_34)"><rect x="20" y="20" width="100" height="60" rx="8" fill="white" shape-rendering="crispEdges"/></g>
<rect width="64" height="64" fill="url(#pattern0)"/><g style="mix-blend-mode:multiply" opacity="0.4"><path d="M0 0H9" stroke="url(#paint0_linear)"/></g>
<mask id="mask0" style="mask-type:alpha" maskUnits="userSpaceOnUse" x="0" y="0" width="24" height="24"><rect width="24" height="24" fill="#D9D9D9"/></mask><g mask="url(#mask0)"><path d="M4 4"/></g>
<defs><filter id="filter0_d_12_34" x="16" y="20" width="108" height="68" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="BackgroundImageFix"/><feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feComposite in2="hardAlpha" operator="out"/><feBlend mode="normal" in2="BackgroundImageFix" result="effect1"/><feBlend mode="normal" in="SourceGraphic" in2="effect1" result="shape"/></filter>
<pattern id="pattern0" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#image0" transform="scale(0.0156)"/></pattern>
<linearGradient id="paint0_linear" x1="0" y1="0" x2="9" y2="0" gradientUnits="userSpaceOnUse"><stop stop-color="#0B3D91"/><stop offset="1" stop-color="#0B3D91" stop-opacity="0"/></linearGradient>
<clipPath id="clip0"><rect width="24" height="24" fill="white"/></clipPath><image id="image0" width="64" height="64" preserveAspectRatio="none" xlink:href="data:image/png;base64,${PIXEL}"/></defs></svg>`,
  Illustrator: `\uFEFF<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 28.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="Calque_1" ${SVG} ${LINK} xmlns:x="http://ns.adobe.com/Extensibility/1.0/" x="0px" y="0px" viewBox="0 0 595.28 841.89" style="enable-background:new 0 0 595.28 841.89;" xml:space="preserve">
<style type="text/css">
	.st0{fill:#1D1D1B;} .st1{fill:none;stroke:#E30613;stroke-width:2;stroke-miterlimit:10;}
	.st2{clip-path:url(#SVGID_2_);fill:url(#SVGID_3_);} .st3{font-family:'MyriadPro-Regular';} .st4{mask:url('#mask');}
</style>
<metadata><?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>image/svg+xml</dc:format></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?></metadata>
<g><defs><rect id="SVGID_1_" x="10" y="10" width="90" height="90"/></defs><clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_" style="overflow:visible;"/></clipPath><linearGradient id="SVGID_3_" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="1" y2="1"><stop offset="0" style="stop-color:#FFF"/></linearGradient><path class="st2" d="M10,10z"/></g>
<text transform="matrix(1 0 0 1 20 40)" class="st0 st3">Été &amp; hiver</text></svg>`,
  Inkscape: `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg5" inkscape:version="1.3.2" sodipodi:docname="dessin.svg" inkscape:export-filename="/home/ada/dessin.png"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" ${LINK} ${SVG} xmlns:svg="http://www.w3.org/2000/svg" xmlns:cc="http://creativecommons.org/ns#">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff" inkscape:pageshadow="2" showgrid="false"><inkscape:grid type="xygrid"/></sodipodi:namedview>
  <defs id="defs2"><inkscape:path-effect effect="spiro" id="path-effect1" is_visible="true"/><marker style="overflow:visible" id="Arrow1" refX="0" refY="0" orient="auto" inkscape:stockid="Arrow1"><path transform="scale(0.5)" style="fill:context-stroke;stroke:context-stroke" d="M 5,0"/></marker></defs>
  <g inkscape:label="Calque 1" inkscape:groupmode="layer" id="layer1"><path style="opacity:1;fill:#ff0000;fill-opacity:1;stroke:#000000;stroke-dasharray:none;marker-end:url(#Arrow1);-inkscape-font-specification:'sans-serif, Normal'" d="M 10,10 L 20,20" id="path1" sodipodi:nodetypes="cc"/>
  <text xml:space="preserve" style="font-size:10px;line-height:1.25;font-family:sans-serif" x="20" y="30" id="text1"><tspan sodipodi:role="line" id="tspan1">Texte</tspan></text><svg:rect width="9" height="9"/><flowRoot id="f"><flowRegion><rect width="9"/></flowRegion><flowPara>a</flowPara></flowRoot></g></svg>`,
  'draw.io, with plain texts': `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg ${SVG} ${LINK} version="1.1" width="321px" height="161px" viewBox="-0.5 -0.5 321 161" style="background: #ffffff; background-color: light-dark(#ffffff, #121212); color-scheme: light dark;" content="&lt;mxfile host=&quot;app.diagrams.net&quot;&gt;url(x) onload=&quot;a&quot;&lt;/mxfile&gt;">
<defs><style type="text/css">@media (prefers-color-scheme: dark) { svg { --c: #121212 } }</style></defs><rect fill="#ffffff" width="100%" height="100%" x="0" y="0" style="fill: light-dark(#ffffff, var(--ge-dark-color, #121212));"/><g><g data-cell-id="0"><g data-cell-id="1"><g transform="translate(0.5,0.5)"><path d="M 120 30 L 200 30" fill="none" stroke="#000000" stroke-miterlimit="10" pointer-events="stroke" style="stroke: light-dark(rgb(0, 0, 0), rgb(255, 255, 255));"/></g><g fill="#000000" font-family="&quot;Helvetica&quot;" text-anchor="middle" font-size="12px"><text x="60" y="34">Début</text></g></g></g></g></svg>`,
  'Lucidchart, with 200 glyphs': lucidchart(200),
  'Lucidchart, with 2,000 glyphs': lucidchart(2000),
  'Excel and PowerPoint': `<svg width="768" height="432" ${SVG} ${LINK} overflow="hidden"><defs><clipPath id="clip0"><rect x="0" y="0" width="768" height="432"/></clipPath><image width="2" height="2" xlink:href="data:image/png;base64,${PIXEL.slice(0, 40)}\n${PIXEL.slice(40)}" id="img1"/></defs><g clip-path="url(#clip0)"><rect x="0" y="0" width="768" height="432" fill="#FFFFFF" fill-opacity="1"/><text fill="#404040" font-family="Aptos,Aptos_MSFontService,sans-serif" font-weight="400" font-size="16" transform="matrix(1 0 0 1 20 40)">Ventes (M€)</text><use width="100%" height="100%" xlink:href="#img1" transform="scale(9)"/></g></svg>`,
  'PowerPoint, with a mark of its own': `<svg ${SVG} width="96" height="96" viewBox="0 0 96 96" id="Icons_Chat" overflow="hidden"><style>\n.MsftOfcThm_Accent1_Fill { fill:#156082; }\n</style><path class="MsftOfcThm_Accent1_Fill" d="M12 12"/></svg>`,
  Sketch: `<?xml version="1.0" encoding="UTF-8"?><svg width="20px" height="20px" viewBox="0 0 20 20" version="1.1" ${SVG} ${LINK} xmlns:sketch="http://www.bohemiancoding.com/sketch/ns"><title>Icône</title><desc>Created with Sketch.</desc><defs><path d="M0 0" id="path-1"/></defs><g id="Page-1" stroke="none" fill-rule="evenodd" sketch:type="MSPage"><mask id="mask-2" fill="white"><use xlink:href="#path-1"/></mask><g mask="url(#mask-2)"><use fill="#D8D8D8" xlink:href="#path-1"/></g></g></svg>`,
  'Affinity Designer':
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg width="100%" height="100%" viewBox="0 0 1600 900" version="1.1" ${SVG} ${LINK} xml:space="preserve" xmlns:serif="http://www.serif.com/" style="fill-rule:evenodd;clip-rule:evenodd;stroke-linejoin:round;"><g serif:id="Calque 1"><path d="M0,0" style="fill:rgb(0,61,145);"/></g><defs><image id="_Image1" width="2px" height="2px" xlink:href="data:image/jpeg;base64,/9j/4AAQ"/></defs></svg>`.replace(
      /<image.*?\/>/u,
      '',
    ),
  CorelDRAW: `<?xml version="1.0" encoding="UTF-8"?>\n<svg ${SVG} xml:space="preserve" width="210mm" height="148mm" version="1.1" style="shape-rendering:geometricPrecision; text-rendering:geometricPrecision" viewBox="0 0 21000 14800" ${LINK} xmlns:xodm="http://www.corel.com/coreldraw/odm/2003"><defs><style type="text/css"><![CDATA[\n .str0 {stroke:#2B2A29;stroke-width:20} .fil0 {fill:none}\n]]></style></defs><g id="Layer_x0020_1"><metadata id="CorelCorpID_0Corel-Layer"/><polygon class="fil0 str0" points="1,2 3,4 5,6"/></g></svg>`,
  matplotlib: `<?xml version="1.0" encoding="utf-8" standalone="no"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg ${LINK} width="460.8pt" height="345.6pt" viewBox="0 0 460.8 345.6" ${SVG} version="1.1"><metadata><rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata><defs><style type="text/css">*{stroke-linejoin: round; stroke-linecap: butt}</style></defs><g id="figure_1"><g id="patch_1"><path d="M 0 345.6 z" style="fill: #ffffff"/></g><defs><path id="m1" d="M 0 0 L 0 3.5"/></defs><g clip-path="url(#p1)">${'<use xlink:href="#m1" x="1" y="2" style="stroke: #000000"/>'.repeat(900)}</g></g><defs><clipPath id="p1"><rect width="9" height="9"/></clipPath></defs></svg>`,
  Graphviz: `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg width="62pt" height="116pt"\n viewBox="0.00 0.00 62.00 116.00" ${SVG} ${LINK}>\n<g id="graph0" class="graph"><title>G</title><polygon fill="white" stroke="transparent" points="-4,4 -4,-112"/><text text-anchor="middle" x="27" y="-86.3" font-family="Times,serif">a</text></g></svg>`,
  Datawrapper: `<svg ${SVG} class="chart" width="600" height="400" aria-hidden="true" role="img" aria-label="Courbe (en %)"><style>@font-face{font-family:Roboto;src:url("data:font/woff2;base64,d09GMgABAAA=") format("woff2")}text:not(.a){fill:#333}</style><g data-name="valeur(2)" tabindex="-1"><text style="font-family:Roboto,Helvetica;font-size:12px">12 %</text></g></svg>`,
  'a map of 4,000 communes': `<svg ${SVG} viewBox="0 0 1000 1000"><g fill="#eee" stroke="#fff" opacity=".9">${'<path d="M1 2l3 4 5 6z" data-code="01001"><title>Une commune</title></path>'.repeat(4000)}</g></svg>`,
  'a cloud of 3,000 points seen through': `<svg ${SVG} viewBox="0 0 900 600"><defs><radialGradient id="g"><stop/></radialGradient></defs>${'<circle cx="1" cy="2" r="3" fill="url(#g)" opacity=".5"/>'.repeat(3000)}</svg>`,
  'an animated loader': `<svg ${SVG} ${LINK} viewBox="0 0 38 38"><circle r="9"><animate attributeName="r" values="9;1" dur="1s" repeatCount="indefinite"/><animateTransform attributeName="transform" type="rotate" from="0 18 18" to="360 18 18" dur="1s"/><set attributeName="fill" to="red"/></circle><path id="p" d="M0 0"/><circle r="1"><animateMotion dur="3s"><mpath xlink:href="#p"/></animateMotion></circle></svg>`,
  'a drawing that leads within itself': `<svg ${SVG} viewBox="0 0 9 9"><a href="#haut"><text id="haut">a</text></a><style>@keyframes tourne { to { transform: rotate(360deg) } } g { animation: tourne 2s linear infinite }</style></svg>`,
  'iconfont, with notes of its own': `<?xml version="1.0" standalone="no"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg t="1700000000000" class="icon" viewBox="0 0 1024 1024" version="1.1" ${SVG} p-id="1"><path d="M1 1" p-id="2"/></svg>`,
  'a drawing written by hand, after a long comment': `<!--${' longue licence '.repeat(300)}-->\n<svg ${SVG} viewBox="0 0 9 9"><switch><text systemLanguage="fr">Oui</text><text>Yes</text></switch></svg>`,
};

export const honestDrawings = Object.entries(HONEST);
