/** How a version that is open in part is set. Texts come in as JSON and are set as text, never read as markup. */
export const template = `#let data = json(bytes(sys.inputs.data))
#set document(title: data.title, author: data.author)
#set page(paper: "a4", margin: (x: 25mm, y: 24mm), numbering: "1 / 1")
#set text(lang: data.lang, size: 10.5pt, font: "Libertinus Serif", fill: rgb("#1d2130"))
#set par(leading: 0.68em, spacing: 1.1em)
#show heading: set text(fill: rgb("#2b3972"))
#let bar(said) = box(fill: rgb("#1d2130"), inset: (x: 4pt), outset: (y: 2pt), text(fill: white, size: 9pt, said))

#text(size: 9.5pt, fill: rgb("#7d4417"), weight: "bold", data.programme)
#if data.example != none [ #h(1fr) #text(size: 9.5pt, data.example) ]

= #data.title

#for line in data.about { par(emph(text(line))) }
#line(length: 100%, stroke: 0.5pt + rgb("#e3dacb"))
#for paragraph in data.paragraphs {
  par(paragraph.map(one => if one.bar { bar(one.said) } else { text(one.said) }).join())
}
`
