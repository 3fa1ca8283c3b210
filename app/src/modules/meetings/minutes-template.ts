/** How minutes are set. Texts come in as JSON and are set as text, never read as markup. */
export const template = String.raw`#let data = json(bytes(sys.inputs.data))
#let say = data.words
#set document(title: data.title, author: data.programme)
#set page(paper: "a4", margin: (x: 25mm, y: 24mm), numbering: "1 / 1")
#set text(lang: data.lang, size: 10.5pt, font: "Libertinus Serif", fill: rgb("#1d2130"))
#set par(leading: 0.68em, spacing: 1.1em)
#show heading: set text(fill: rgb("#2b3972"))
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)
#set table(stroke: (x, y) => (bottom: 0.5pt + rgb("#e3dacb")), inset: (x: 4pt, y: 6pt))

#text(size: 9.5pt, fill: rgb("#7d4417"), weight: "bold", data.programme)
#if data.example != none [ #h(1fr) #text(size: 9.5pt, data.example) ]

= #data.title

#text(data.when) \
#if data.place != none [#text(data.place) \ ]
#text(data.author)
#if data.because != none [ \ #emph(text(data.because)) ]

== #say.minutes
#for paragraph in data.body { par(paragraph.map(line => text(line)).join(linebreak())) }

#if data.agenda.len() > 0 [
  == #say.agenda
  #table(
    columns: (1fr, 1fr),
    table.header(strong(say.matter), strong(say.result)),
    ..data.agenda.map(item => (
      [#text(item.title) \ #text(size: 9pt, item.from)],
      [#strong(text(item.result)) #if item.text != none [ \ #text(item.text) ]],
    )).flatten(),
  )
]

== #say.attendance
#text(data.tally)
#table(
  columns: (1fr, 1fr),
  table.header(strong(say.party), strong(say.manner)),
  ..data.attendance.map(row => (text(row.party), [#text(row.manner) #if row.who != none [ \ #text(size: 9pt, row.who) ]])).flatten(),
)
`
