/**
 * Words that guessers try first, alone or with digits: the commonest of public lists of leaked passwords, and what
 * Indonesian offices and families choose. With the patterns of password-rules.ts they cover far more than the
 * 3,000 commonest passwords.
 */
const indonesian = `
  abcd abcde aceh achmad admin administrator agus agustus ahmad akucinta akucintakamu akusayangkamu alhamdulillah
  allahuakbar amanah ambon anak anakku andi anggrek anjing anton april arema assalamualaikum astaghfirullah ayah ayahku
  ayu bakso bali balikpapan bambang bandung bangsaku banjarmasin bapak bappeda bappelitbangda bekasi berkah bersama
  bersatu bhinneka bintang biru bismillah boboiboy bobojan bobotoh bodoh bogor bonek budi budiman bukalapak bulan bumi
  bunda bunga bupati burung camat cantik cantiksekali cianjur cilok cinta cintakamu cintaku cirebon coba cobacoba
  coklat contoh delapan denpasar depok desa desember dewi dian dina dinas dini diskominfo doraemon dragonball dunia dwi
  eko elang empat enam facebook fajar fauzi februari fitri fitria freefire gajah galih ganteng ganti gantisandi garuda
  garudaku garut gede gila gilabanget gilang gmail gojek google gotongroyong grabcar gubernur gunawan gunung haleluya
  harimau hatta hebat hendra hendri hidayat hijau hitam hujan ibrahim ibuku ibunda ikan ilham indah indomie indonesia
  indonesiaku indonesiaraya indosat indramayu inspektorat instagram insyaallah irfan istri istriku jagoan jakarta
  januari jawa jawabarat jawatengah jawatimur jaya jayapura jelek jingga jogja jogjakarta joko jokowi juara juli jumat
  juni kabupaten kadek kalimantan kamis kampus kamu kantor karawang kartika katasandi kebangsaan kecamatan kelinci
  keluarga keluargaku kelurahan kemenkes kemerdekaan keren kereta ketut komang kominfo kosong kota krisna kucing kuning
  kuningan kupang kupukupu kurniawan lampung langit laut lestari lima lina lombok lucu lukman lupa lupalagi lupasandi
  lurah macan made madura mahendra majalengka makasih makassar makmur malang maluku mama mamaku manado manis mantap
  maret martabak masuk matahari mataram mawar maya medan mega melati merah merahputih merdeka minggu mobil mobilelegend
  mobilelegends motor mufakat muhammad musyawarah naga naruto narutouzumaki nasigoreng negeri negeriku nova november
  novi nugroho nurul nusantara nyoman oktober onepiece operator pacar pacarku padang palembang pancasila pantai papa
  papaku papua pasar pegawai pekanbaru pelangi pemda pemerintah pemkab pemkot pemprov percobaan perdamaian persatuan
  persebaya persib persija pesawat petugas pikachu pintar pontianak posyandu prabowo prasetyo pratama proklamasi
  provinsi pubgmobile purnama purwakarta puskesmas putih putra putri putu rabu rahasia rahman rahmat rajawali rakyat
  ramadhan ratna rendang rina rini rizki rizky rumah rumahku sabtu sahabat samarinda sandi santoso saputra sari sasuke
  sate satu satudua satuduatiga sayang sayangkamu sayangku seblak sejahtera sekda sekolah selamat selamatdatang
  selamatpagi selasa semangat semarang sembarang sembilan senin sepeda september sepuluh setiawan shopee siti slamet
  soeharto soekarno solo sri suami suamiku subang subhanallah sukabumi sukarno sukses sulawesi sumatera sumatra
  sumedang sungai surabaya surakarta suryadi susanti susanto susilo tanahair tangerang tasikmalaya telkomsel teman
  terimakasih terserah tiga timnas tokopedia tri tuhan tuhanyesus tujuh ular ungu upinipin utami utomo viking wahyu
  walikota wati wayan whatsapp wibowo wijaya wulan wulandari yahoo yanti yanto yesus yesuskristus yogyakarta yudi yusuf
  zainal
`

const english = `
  0192837465 134679852 13576479 135798642 18436572 1x2zkg8w 24681012 31415926 393041123 476730751 4815162342 73501505
  8j4ye3uz aardvark aaron abcdef abcdefg abcdefgh abgrtyu abigail abnormal abstr access accord account achilles action
  adam adidas adrian africa again aggies airborne airbus airforce airplane alabama alan alaska albert alberto albion
  alex alexande alexander alexandr alexis alfa alfred alice alicia alien aliens alison allen allison alpha alpine
  always alyssa amadeus amanda amazon amber amelia america american anakin anarchy anders anderson andre andrea andreas
  andrew andy angel angela angelica angelo angels angie animal anime anna annette annie anthony antonio anubis anything
  apache apollo apple apples aquarius aragorn archer archie arizona arnold arthur artist asdasd ashley ashton asia
  asian asterix astrid astros athena atlanta atlantic atlantis atomic attack auburn audrey august aurora aussie austin
  autumn avalon avatar avenger awesome azerty babies baby babydoll babygirl babylon back backdoor backup bacon badboy
  baddog badger baggins bailey ball baller bambam banana banshee barbara barbie barkley barney bart baseball basket
  basketba basketball bathing batman battle baxter beach beagle bean beaner bear bearbear bears beast beatles beatrice
  beautiful beauty beavis beckham becky beefcake beer beetle belinda bell bella belly bender beng benjamin bennett
  benny benson bentley berlin bernard bernie bertha bethany betty beverly bian bianca biao bicycle bigfoot bigger
  biggie bigguy bigmac bigman bigred bigtime bike bikini bill billie billy billybob billyboy bing bingo bird birdie
  birdman birthday biscuit bishop biteme bizkit blabla black blackcat blackdog blackie blackjac blackman blacks blacky
  blade blades blake blaster blazer blessed blink blizzard blond blonde blondes blondie blood bloody blow blowme blue
  bluebird blueblue blueeyes bluemoon blues bluesky boat bobafett bobbie bobbob bobby bobcat bobo boeing bogart bohica
  bollox bomber bond bone bonehead bones bonjour bonkers bonnie bonsai booger boogie boomer bootie boots boris bosco
  boss bossman boston bottle bottom bowler bowling bowser boys brad bradford bradley brandi brandon brandy brasil
  braves brazil breeze brenda brendan brent brest brian brianna bridge bridget bristol british britney brittany broken
  bronco broncos brooke brooklyn brooks brother brothers brown brownie browns bruce brucelee bruins bruno brutus bryan
  bryant bubba bubbas bubble bubbles buck buckeye buckeyes buddha buddy budlight budman buffalo buffett buffy bugger
  bull bulldog bulldogs bullet bulls bunghole bunny burger burton bush business butch butler buzz byteme cactus
  cadillac caesar caitlin calico caliente californ caligula callie calvin camaro camel camelot camels cameltoe camera
  cameron camille campbell canada cancer cancun candle candy candyman cang cannon cantona capital capone captain
  cardinal carl carlos carlton carmen carol carolina caroline carolyn carpet carrie carrot carson carter cartman
  cartoon casey cash casino casper cassidy cassie castle catalina catch catdog catfish catherin catman cats caught
  cavalier ccbill celeb celeste celica celine celtic celtics ceng center central cessna chad chai chair champion champs
  chan chance chandler chang change changeme chao chaos charger chargers charles charlie charlott charly chase chaser
  check cheers cheese chelsea chen cheng cherokee cherry cheryl chester chevelle chevrole chevy chewie cheyenne chicago
  chichi chief chiefs china chipper chloe chocolat chocolate chong chopper chou chris chrissy christ christia christin
  christine christop christy chronic chrono chuai chuan chuang chubby chuck chucky chui chun chuo church cindy city
  claire clancy clapton clarence clark classic claude claudia clayton clifford clinton clips close closeup clover clown
  cobra cocacola coco cody coffee coke coleman colleen college collins colombia colorado colors colt coltrane columbia
  columbus command compaq computer concrete condor cong connect conner connie connor conrad consumer content control
  cookie cookies cool cooldude cooler coolio cooper cooter copper corona corrado correcthorsebatterystaple corvette
  cosmo cosmos cosworth cotton cougar country courtney cowboy cowboys coyote craig cramps crash crazy crazybab cream
  creamy creative credit cricket crimson cristina cruise crunch crusader crystal cthulhu cuan cuddles curious curtis
  cutter cyber cynthia daddy dagger daisy dakota dale dallas dalton damian damien dance dancer dang danger daniel
  daniela danielle danni danny dannyboy dark darkness darkside darkstar darling darren darwin dave david davidson davis
  dawg dawn daytona dead deadhead dean deanna death debbie deborah december deedee deepthroat default defender defiant
  deftones delete delta demon denali deng denise dennis denver derrick desert design desire deskjet destiny detroit
  devil devildog devils dexter diablo diamond diamonds diana diao diesel dietcoke digger digital dilbert dilligaf
  dillon ding director dirty discover disney diver dixie doctor dodge dodger dodgeram dodgers dogdog dogman dogs dollar
  dolphin dolphins dominic domino donald donkey donna donnie doobie doodle dookie door dorothy double doughboy douglas
  down dracula dragon dragons dream dreamer dreams drew driver drizzt drowssap drpepper drummer duan dublin ducati duck
  dude dudley duke duncan durango duster dustin dusty dylan eagle eagles easy eating eatme eclipse eddie edward eileen
  einstein elaine electric element elephant eleven elijah elizabet elizabeth elliott elvis elwood emerald emily eminem
  emma empire energy engage engine engineer england english enigma enjoy enter enterpri eric erica ernest erotic escape
  esther eternity eugene evelyn everton excalibu exotic explorer express extreme faith falcon falcons family fang
  fantasy farmer farside fashion fast faster fatcat father fatman february felix female females fender feng fernando
  ferrari ferret ficken fighter films filter filthy finger fingers finish fire fireball firefly fireman first fish
  fisher fishing fisting fitness flames flash fletcher flight flipper florence florida flower flowers floyd fluffy
  flyboy flyers flying focus foobar football ford forest forever forget forgot formula forrest fossil foster foxtrot
  france frances francis franco frank frankie franklin franky freak freaks freaky freckles fred freddie freddy frederic
  fredfred free freedom freee freeman freeuser french fresh friday friend friends fright fritz frog frogger froggy
  front frontier frosty fubar fugazi fukkc funfun funny funtime fusion future gabriel gagging galaxy galore gambit
  gandalf gang garbage garcia garden garfield garrett gary gateway gator gators geheim gemini general genesis geng
  genius george georgia gerald gerard german germany geronimo gesperrt getsome ghost giant giants gibson gilbert
  gillian ginger giovanni girl girls gizmo gizmodo global gloria glory gmoney goblin goblue goddess godzilla gofish
  goforit gogo gogogo goku gold goldberg golden goldfish goldie golf golfball golfer golfing gong gonzo goober good
  goodbye goodtime goofy goose gopher gordon gorilla gotcha gothic government govols grace gracie graham granny grant
  grateful great greatone green greenday greens greg gregory gremlin grendel griffey griffin gringo grizzly groove
  groovy groups grover grumpy guai guan guang guardian guest guinness guitar gundam gunner hahaha hailey hairy hallo
  hamburg hamilton hamlet hammer hammers hamster handsome hang hank hannah hannibal hansolo happy hard harder harley
  harmony harold harper harris harrison harry harvey hastings hawaii hawk hawkeye hayden head heart hearts heather
  heaven hector hehehe heidi helena hell hellfire hello hellyeah help helpme hendrix heng henry herbert herbie hercules
  here herman hermes hershey hidden high highland hilton hiphop history hithere hitman hobbes hobbit hockey holden
  holes holiday holland holly hollywoo holmes home homer homers homerun honda honey hong hongkong hoover hope hopper
  horndog hornet horney horse horses hotboy hotdog hotmail hotrod hotstuff hottie house houses houston howard huai huan
  huang hudson hummer hungry hunter hunting hurrican husker huskers huskies hustler hyperion ibanez icecream iceman
  iforgot iguana illini iloveu iloveyou imagine immortal impala imperial incubus indian indiana indians indigo infantry
  inferno infinity insane inside integra internet intrepid ireland irish ironman isabel isabella isabelle isaiah island
  israel italia iverson iwantu jack jackal jackie jackoff jackson jacob jaguar jake jamaica james jamie jammer jane
  janice janine january japan japanese jarhead jasmin jasmine jason jasper java javier jayhawk jazz jazzman jean jedi
  jeep jeff jeffrey jenna jennie jennifer jenny jeremy jericho jerome jerry jersey jesse jessica jessie jester jesus
  jethro jian jiang jiao jill jimbo jimbob jimmy jing jiong joanna joanne joejoe joey john johnjohn johnny johnson jojo
  joker jonathan jones jordan jose joseph josh joshua juan judith juice julian julie juliet julius july jumper june
  jungle junior jupiter justdoit justice justin justme juventus kahuna kaiser kang kangaroo kansas karate karen karina
  katana kathleen kathryn kathy katie katrina kawasaki keeper keith kelley kelly kelsey keng kennedy kenneth kenny
  kentucky kenwood kermit kevin keyboard keystone kicker kids kill kimber kimberly king kingdom kingkong kingpin kiss
  kisses kissing kissme kitkat kitten kitty kittycat klingon knickers knicks knight knights kodiak kong kramer kristen
  kristin kristina kuai kuan kuang kyle labrador labtec lacrosse ladies lady ladybug lakers lalala lance lancelot
  lancer lang lansing larry lasvegas latin latinas latino laura lauren laurie lawrence lawyer leader leather ledzep
  leelee legend legion lemons leng lennon leonard leonardo leslie lespaul lestat lester letmein letsgo lewis lexmark
  lian liang liao liberty life lifehack lifetime light lightnin lights lincoln linda lindsay lindsey ling links lion
  liquid lisa little liverpoo liverpool lizard lizzie lobster loco logan login logitech lollipop london lonely lonestar
  lonewolf long longhorn look looker looking lorenzo lorraine loser louise loulou love loveit lovelove lovely loveme
  lover loverboy lovers loveyou loving lowrider luan lucas lucifer lucky lucy ludwig luis luke lust luther macdaddy
  machine macross madden maddie maddog madison madman madmax madness madonna madrid maestro magelan maggie magic magnum
  magnus maiden mailman makaveli malcolm malibu mallard manager mandingo mandy mang maniac manson manuel manutd
  marathon marcel march marco marcus margaret maria mariah marie marilyn marina marine mariners marines marino mario
  marion marissa mark market markus marlboro marley marlin marshall martha martin martina martinez martini marvin mary
  maryjane maryland mason massive master masterbate masters matrix matt matthew mature maurice maverick maxima maximus
  maxine maxmax maxwell maxx mayhem maynard meatball mechanic megadeth megaman megan meghan melanie melinda melissa
  mellow melody melvin member members mememe memphis meng mercedes mercury meridian merlin metal metallic metallica
  method mexico miami mian miao michael michaela michel michele michelle michigan mickey microsof microsoft midnight
  mighty miguel mike mikey milano miles military miller millie million milton mine ming ministry minnie mirage miranda
  mission missy mister mistress misty mitchell mnbvcxz mobile models mojo mollie molly molson momoney monday money
  moneys mongoose monica monika monique monitor monkey monkeys monopoly monroe monster montana montreal monty mookie
  moomoo moon moose more morgan morpheus morris morrison mother mothers motorola mountain mouse mouth movie mozart
  muffin mulder munchkin muppet murphy murray muscle mushroom music musicman mustang mustangs mylove myself mystery
  mystic nadine nancy nang napoleon napster nascar nasty natalie natasha nathan national natural ncc1701a ncc1701d
  ncc1701e nebraska nellie nelson nemesis neng neptune network nevada newbie newlife newman newport newton newyork
  nguyen nian niang niao nice nicholas nick nicola nicolas nicole night nike nikita nikki nimrod niners ning ninja
  nintendo nirvana nissan nolimit none nong noodle noodles nookie norman norton nothing nuan nugget nurses nyjets
  nylons nymets oakland oakley obiwan october office ohyeah oicu oilers oklahoma older oldman oliver olivia omega
  onelove online onlyme open openup oracle orange oranges oregon orioles orion orlando oscar osiris outlaw over
  overlord oxford pacific packard packers pacman paint painter pakistan palace paladin palmer pamela panama pancho
  panda pandora pang pantera panther panthers pants panzer paper paradise paris park parker parrot party pascal passat
  passion passport passwor password passwords passwort patches patricia patrick patriot patriots patton paul pauline
  pavilion payton peace peaches peanut pearl pearljam pebbles pedro pegasus pencil penelope penetration peng penguin
  penguins penny pentium people pepper pepsi perfect personal pete peter peterpan peters phantom phil philip phillies
  phillip phillips philly phish phoebe phoenix photo photos phpbb pian piao picard picasso pickle pickles pics picture
  picturs piercing pierre piglet pilot pineappl ping pink pinkfloy pioneer pippen pirate pirates pistol pitbull pizza
  planet plastic platinum play player playing playtime please pleasure plumber plymouth poison pokemon poker polaris
  police polly polo poncho pontiac pony pooh poohbear pookie pool pooter popcorn popeye porkchop porsche porter
  portland portugal possum postal potato potter powder powell power powers precious predator prelude presario preston
  pretty primus prince princess printer private prodigy proxy psycho puffy pumpkin punisher punkin punkrock puppies
  puppy purple pussey putter pyramid python qian qiang qiao qing qiong quality quan quantum queen qwaszx qweasd qweqwe
  qwerty rabbit racecar racer racerx rachael rachel racing raider raiders railroad rain rainbow raistlin ralph ramona
  randall random randy rang ranger rangers raptor rascal rasta rated raven ravens raymond rayray ready reagan reality
  reaper rebecca rebel rebels redbull reddog redhead redman redneck redred redrum reds redskins redsox redwings reggie
  regina remember renee renegade reng rescue research review rhonda ricardo rich richard richards richie richmond rick
  ricky rightnow ripper river robbie robert roberto roberts robin robinson robotech rock rocker rocket rockets rockhard
  rockon rocks rockstar rocky rodney roger rogers roland roller rolltide romeo rommel ronald rong ronnie rookie rooster
  root rootbeer roscoe rose rosebud rosemary rotten rover rovers roxanne ruan rubber rugby runner running rupert rush
  russell russia russian rusty ryan sabbath sabine sabres sabrina sadie safety sailboat sailing sailor saint saints
  sakura sally salmon salsero samantha samiam sammie sammy sampson samsam samson samsung samuel samurai sanchez sanders
  sandiego sandman sandra sandy sang santana santiago sapphire sara sarah sasha sassy saturday saturn sausage savage
  savannah scarface scarlet scarlett school scooby scoobydo scooter scorpio scorpion scotch scotland scott scottie
  scotty scream scruffy scuba scully sean search seattle sebastia secret security seeking select seminole semperfi seng
  sentinel septembe serena serenity sergio service sesame seven shadow shaggy shai shalom shamrock shan shane shang
  shania shannon shao shaolin shark sharks sharon shasta shaved shawn shazam sheena shei sheila shelby shelley shelly
  shen sheng sherlock sherman sherry shiloh shirley shock shogun short shorty shotgun shou showme showtime shua shuai
  shuan shuang shui shun shuo sidney siemens sierra signin silver silvia simba simon simone simple simpson simpsons
  sims sinatra singer single sinner sirius sister site sites sithlord sixers sixty skater skeeter skiing skinny skipper
  skippy skittles skyline skywalke slappy slapshot slayer sleepy slider slipknot small smegma smile smiles smiley smith
  smitty smoke smoker smokey smokin smooth smudge snapper snatch snickers sniffing sniper snoopy snow snowball snowman
  snuggles soccer socrates softball soldier solomon some sommer song sonic sony sooner sooners sophia sophie sound
  southern space sparky spartan spartans spawn speaker spears special spectrum spencer spice spider spiderma spiderman
  spidey spike spirit spitfire splash spooky sport sports spread spring springer sprint sprite spunky spurs spyder
  squirrel srinivas stacey stallion standard stanley star starbuck stardust starfish stargate stars starship start
  startrek starwars static station stealth steel steele steelers stefan stella steph stephani stephen sterling steve
  steven stevie stewart stick sticks sticky stimpy sting stinger stingray stinky stocking stocks stolen stone stonecol
  stoner stones stories storm stormy stranger strap street strider strike striker strip stroke strong stuart stud
  student studio studly stuff stupid suan subaru sublime success sugar summer summit sundance sunday sunny sunrise
  sunset sunshine super superfly superman support surf surfer surfing susan suzanne suzuki swallow swedish sweet
  sweetie sweetpea sweets sweety swimming swinging sword swordfis swordfish sydney sylvia syracuse system tacobell
  tacoma tammy tang tanker tanner tara tardis target tarheel tarheels tarzan tasha tasty tattoo taurus taylor tazman
  teacher technics techno teddy temp tempest temple teng tennis tequila teresa terror terry test tester testing
  testtest texas thailand thanks thankyou theboss thecat thegame thekid theking theman theodore theone there theresa
  therock these thing thomas thompson thor threesom throat thuglife thumb thumbs thunder thursday tian tiao tickle
  tiffany tiger tigers tigger tight timber time timmy timothy tina ting tinker tinman tintin titanic titans titleist
  tobias toby today todd tolkien tomato tomcat tommy tomtom tong tony tool toon topcat topdog topgun topper tornado
  toronto toshiba toto tottenha toyota tracey tractor tracy traffic train trains trance trans transam travel travis
  trebor tree trevor tricky trident trigger trinity tristan triton triumph trixie trojan trojans trombone trooper
  trouble trout truck trucker trucks trumpet trunks trustno tsunami tuan tucker tuesday turbo turkey turner turtle
  tweety twisted twister tyler tyrone ultimate unicorn united universe unreal user username usmc utopia vacation vader
  valentin valerie valhalla valley vampire vanessa vanhalen vanilla vector vectra vegas vegeta velvet venus verbatim
  veritas vernon veronica vertigo vette victor victoria victory video vikings vincent violet viper vipers vision vivian
  voodoo vortex voyager vulcan walker wallace walleye wally walnut walrus walter wang warcraft warlock warren warrior
  warriors warthog watcher water waterloo waters watson wayne weasel weather weaver webmaster webster wednesday weezer
  weird welcome wendy weng werewolf werner wesley west western westham westside what whatever wheels whiskey white
  whitey whitney whynot wibble wicked wilbur wild wildcat wildcats wildfire wildman will william williams willie willis
  willow willy wilson window windows winner winnie winston winter wisdom wizard wolf wolfgang wolfie wolfman wolfpack
  wolverin wolverine wolves woman wombat women wonder wood woody woofwoof wookie work world wrangler wright wrinkle
  writer wutang xanadu xavier xfiles xian xiang xiao xing xiong xtreme xuan yamaha yang yankee yankees yellow yesyes
  ying yoda yomama yong young yourmom yoyo yoyoyo ytrewq yuan yvonne yzerman zachary zang zaphod zappa zeng zeppelin
  zeus zhai zhan zhang zhao zhei zhen zheng zhong zhou zhua zhuai zhuan zhuang zhui zhun zhuo zipper zombie zong zorro
  zuan
`

// Rude words are people's passwords too; turned by 13 letters so that nobody reads them by accident.
const rude = `
  abcnff ahgf ahqr ahqrf ahqvfg anhtugl anxrq arjcnff atragbg avccyr avccyrf avttre betnfz cbbagnat cbbc cbbcbb cbbcre
  cbbcvr cbea cbeab cbeabf chffl chfflf chfflpng chffvr chffvrf cnagvrf cnff cravf creireg crnahgf crrjrr crrxnobb
  cvffvat cvzc cvzcva cynlobl fanxr fanxrf fcnax fcnaxl fcnaxvat fcnaxzr fcrrq fcrrql fdhveg fgevccre fhpx fhpxf fhpxre
  fhpxref fhpxvat fhpxvg fhpxzr fjvatre fngheqnl fngna frkfrk frkhny frkk frkl fubbgre furznyr fuvg fuvggl fuvgurnq
  fyhg fyhgf fyhggl fynir fyvpx fzhg gbyby grra grraf grrantr gubat gubatf guhzcre gvgf gvggf gvggl iblrhe intvan
  ivetva ivetvavn ivnten jbeqcnff jnaxre jnaxvat jrgchffl jrrq juber nany nanyfrk nefrany nffjbeq nffnff nffnffva
  nffshpx nffubyr nffzna nfh nqhyg nzngrhe obaqntr obare obbgl obbglf obbo obbobb obbof obbovrf obyybpxf oernfg oernfgf
  ohfgre ohgg ohggba ohggbaf ohggf ohggre ohggresy ohggubyr ohggurnq ohggzna ohyyfuvg onat onatfng onatxbx onff onffzna
  onfgneq onor onorf onqnff onwvatna onyyf ornire ovgpu ovgpurf ovtbar ovtgvgf ovtobbof ovtobl ovtonyyf ovtoveq ovtpbpx
  ovtqbt ovtqnqql ovtqvpx oybjwbo pbaqbz pbpx pbpxf pernzcvr phag phagf phgynff phzfubg phzzvat puvpxf puvpxra pyvgbevf
  qbat qbtt qbttl qbttvr qehax qhzonff qvatqbat qvpx qvpxf qvpxurnq qvyqb rfpbeg rngchffl rngfuvg serrcnff shpx shpxbss
  shpxlbh shpxre shpxref shpxrq shpxshpx shpxsnpr shpxure shpxva shpxvat shpxvg shpxzr sneg sngnff snpvny srgvfu srrg
  syvpxf tboybx tnatonat ubbgre ubbgref ubbxre ubeal ubgfrk uneqba uneqpber uragnv uvgyre vybirfrk wnapbx wnaphx
  wnpxnff wrexbss xbagby xnzcerg xvaxl xvyyre yrfovna yrfovnaf yvpx yvpxre yvpxvat yvpxvg yvpxzr zlcnff zrtncnff zrzrx
`

function turn(text: string): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97))
}

export const commonWords: ReadonlySet<string> = new Set(
  `${indonesian} ${english} ${turn(rude)}`.split(/\s+/).filter(Boolean),
)
