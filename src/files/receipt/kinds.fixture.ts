// Receipts of many kinds as a reader would see them, made up, with what they say. Columns stand two spaces or more apart.

export interface Kind {
  readonly kind: string;
  readonly text: string;
  readonly cents: number;
  readonly day: string;
  readonly vatCents?: number;
  readonly currency?: string;
  readonly iban?: string;
}

export const kinds: readonly Kind[] = [
  {
    kind: 'a supermarket with deposit outside its tax table',
    cents: 2347,
    day: '2026-11-14',
    vatCents: 244,
    text: `
          SUPER DE EIK
        FILIAAL 1234
      Deurningerstraat 12
          053-4312345
AANTAL OMSCHRIJVING   PRIJS   BEDRAG
BONUSKAART              xx1234
2   AH HALFV MELK    1,29      2,58
1   BROOD TARWE                2,49 B
1   KIPFILET                   7,99 B
3   COLA REG 6PK      2,99     8,97
+STATIEGELD                    0,90
1   KOFFIE DE                  4,99
7   SUBTOTAAL                 27,92
BONUS KIPFILET                -2,00
BONUS COLA 2+1                -2,45
UW VOORDEEL                    4,45
SUBTOTAAL                     23,47
TOTAAL                        23,47
BETAALD MET:
PINNEN                        23,47
TOTAAL                        23,47
9 KOOPZEGELS
BTW      OVER     EUR
9%      14,91    1,34
21%      5,22    1,10
TOTAAL  20,13    2,44
MAESTRO
14-11-2026  17:23
1234  12 1245 88
VRAGEN OVER UW KASSABON?`,
  },
  {
    kind: 'a supermarket with one rate',
    cents: 745,
    day: '2026-09-05',
    vatCents: 62,
    text: `
LIDL
Lidl Nederland GmbH
Haaksbergerstraat 200
7513 EB Enschede
                       EUR
Appels              2,49 B
Komkommer           0,99 B
Tomaten             3,98 B
Lidl Plus korting  -0,01
Te betalen          7,45
Bankpas             7,45
MAESTRO
Totaal korting      0,01
BTW%   BTW  +  P Netto  =  Bruto
B 9%  0,62     6,83     7,45
Som   0,62     6,83     7,45
1234  567890/12  05.09.26  14:21`,
  },
  {
    kind: 'a card slip below the receipt',
    cents: 4560,
    day: '2026-03-07',
    text: `
GAMMA Enschede
De Reulver 80
7544 RV Enschede
Plank vuren 4x         31,96
Beugels 4x             13,64
Te betalen EUR         45,60
Pin                    45,60
BTW 21%  7,91
==================
COPY KLANT
Terminal:  A1B2C3
Merchant:  12345678
Periode:  6066
Transactie: 01234567
MAESTRO
Kaart: xxxxxxxxxxxxx1234
Kaartnummer: 1
BETALING
Datum: 07/03/2026 10:12
Autorisatiecode: 912345
Totaal:   45,60 EUR
Leesmethode CHIP`,
  },
  {
    kind: 'a card slip alone',
    cents: 6250,
    day: '2026-08-15',
    text: `
CAFE HET BOLWERK
Stadsweide 1
7511 AA ENSCHEDE
KLANTTICKET
Terminal:       50123456
Merchant:       812345
Periode:        6227
Transactie:     02001234
V PAY           A0000000032020
Kaart:          xxxxxxxxxxxx1234
Kaartnummer:    1
BETALING
Datum: 15/08/2026 22:41
Autorisatiecode: 334455
Totaal:     62,50 EUR
Akkoord`,
  },
  {
    kind: 'a cafe with two rates',
    cents: 4780,
    day: '2026-07-18',
    vatCents: 538,
    text: `
Grand Café De Kater
Oude Markt 5
7511 GA Enschede
Tel 053 4301234
Tafel 12   Bediende: Sanne
2 Koffie           5,80
1 Cappuccino       3,20
2 Appelgebak       9,00
2 Lunchplank      18,30
2 Witte wijn      11,50
Totaal            47,80
Aantal personen 4
Btw      Excl     Btw     Incl
Laag 9%  33,30    3,00   36,30
Hoog 21%  9,12    2,38   11,50
Pin               47,80
18-07-2026 16:45:33
Fooi is niet inbegrepen`,
  },
  {
    kind: 'cash rounded to 5 cents',
    cents: 835,
    day: '2026-11-21',
    text: `
BAKKER NIJHOF
Dorpsstraat 4 Lonneker
Krentebol 4x       3,40
Tarwe gesneden     2,98
Amandelbroodje     1,95
TOTAAL             8,33
Afronding          0,02
TE BETALEN         8,35
CONTANT           10,00
TERUG              1,65
9% BTW over 7,64   0,69
21-11-26 09:01`,
  },
  {
    kind: 'petrol, with a price of three decimals',
    cents: 4001,
    day: '2026-10-30',
    text: `
TINQ Enschede
Pomp      2
Product   Euro95 E10
Volume    21,89 liter
Prijs/L   EUR 1,828
Bedrag    EUR 40,01
BTW 21,00% EUR 6,94
Excl. BTW EUR 33,07
2026-10-30 18:22:10`,
  },
  {
    kind: 'parking',
    cents: 750,
    day: '2026-11-01',
    vatCents: 130,
    text: `
Q-Park Van Heekplein
KWITANTIE
Ticketnr 0212345
Inrijtijd:  01-11-2026 13:02
Betaaltijd: 01-11-2026 16:10
Parkeerduur 3:08
Parkeertarief   EUR 7,50
Incl. 21% BTW   EUR 1,30
Betaald met Maestro
BTW nr NL 8012.34.567.B01`,
  },
  {
    kind: 'an invoice of a webshop',
    cents: 5494,
    day: '2026-09-12',
    vatCents: 954,
    iban: 'NL91ABNA0417164300',
    text: `
Feestwinkel Online B.V.                 FACTUUR
Industrieweg 44
7202 CA Zutphen
KvK 08123456
BTW NL812345678B01
IBAN NL91 ABNA 0417 1643 00
Factuurnummer  2026-10432
Factuurdatum   12-09-2026
Vervaldatum    26-09-2026
Bestelnummer   88123
Omschrijving        Aantal   Prijs   Totaal
Slingers papier     10       2,50    25,00
Ballonnen 100st     2       12,50    25,00
Verzendkosten       1        4,94     4,94
Subtotaal excl. btw                  45,40
Btw 21%                               9,54
Totaal incl. btw                     54,94
Wij verzoeken u het bedrag binnen 14 dagen over te maken op NL91 ABNA 0417 1643 00`,
  },
  {
    kind: 'an invoice that begins with the day it is due',
    cents: 30250,
    day: '2026-10-01',
    vatCents: 5250,
    iban: 'NL91ABNA0417164300',
    text: `
Zalencentrum De Kroon
Marktplein 1, 7581 AG Losser
Aan: Commissie Wijkbudgetten
Uiterlijk te betalen: 31-10-2026      Factuur 2026/118
Datum: 1 oktober 2026
Huur grote zaal 3 uur               150,00
Koffie/thee 40 pers                 100,00
Totaal excl. BTW                    250,00
BTW 21% over 250,00                  52,50
Totaal te voldoen                 € 302,50
Rekeningnummer NL91ABNA0417164300 t.n.v. Zalencentrum De Kroon`,
  },
  {
    kind: 'brought back',
    cents: -2495,
    day: '2026-08-09',
    text: `
Blokker Enschede
RETOUR
Koekenpan              -24,95
Totaal                 -24,95
Pin retour             -24,95
BTW 21%                 -4,33
09-08-2026 12:40`,
  },
  {
    kind: 'partly paid with a gift card',
    cents: 4995,
    day: '2026-01-17',
    text: `
Intratuin Enschede
Kamerplant       29,95
Pot              20,00
Totaal           49,95
Cadeaukaart      25,00
Pin              24,95
BTW 9%  4,12
17-01-2026`,
  },
  {
    kind: 'a German supermarket with two rates',
    cents: 2317,
    day: '2026-10-10',
    vatCents: 296,
    text: `
SONNENMARKT
MARKT Sonne GmbH
Bahnhofstr. 12
48599 Gronau
UID Nr.: DE812706034
                        EUR
BIO MILCH              1,29 B
PFAND 0,25 EURO        0,25 A*
BROETCHEN  6 Stk x 0,35 2,10 B
SALAMI                 4,49 B
WEIN                  15,04 A
SUMME      EUR        23,17
Geg. EC-Cash EUR      23,17
Steuer %  Netto  Steuer  Brutto
A= 19,0%  12,85  2,44  15,29
B= 7,0%    7,36  0,52   7,88
Gesamtbetrag 20,21 2,96 23,17
10.10.2026  15:02  Bon-Nr.:1234
PAYBACK Punkte 11`,
  },
  {
    kind: 'Belgian cash, rounded',
    cents: 1005,
    day: '2026-07-04',
    text: `
Delhaize
Wijn   10,03
Totaal   10,03
Afronding   0,02
Te betalen   10,05
Cash   20,00
Teruggave   9,95
04-07-2026`,
  },
  {
    kind: 'a French restaurant',
    cents: 4200,
    day: '2026-07-15',
    text: `
BRASSERIE LE NORD
2 Menu      36,00
1 Vin        6,00
Sous-total HT   38,18
TVA 10%          3,82
TOTAL TTC       42,00
Espèces         50,00
Rendu            8,00
Le 15 juillet 2026`,
  },
  {
    kind: 'British, with a comma for thousands',
    cents: 123450,
    day: '2026-05-11',
    currency: 'GBP',
    text: `
Marquee Hire Ltd
Invoice date 11/05/2026
Tent          £1,028.75
VAT 20%         £205.75
Total         £1,234.50`,
  },
  {
    kind: 'tips that are suggested below the total',
    cents: 5250,
    day: '2026-03-25',
    currency: 'USD',
    text: `
Golden Wok
03/25/2026 19:12
Noodles      $28.50
Duck         $20.00
Subtotal     $48.50
Tax           $4.00
Total        $52.50
Suggested tip:
15% = $7.28  Total $59.78
18% = $8.73  Total $61.23
20% = $9.70  Total $62.20`,
  },
  {
    kind: 'Swiss, rounded',
    cents: 1835,
    day: '2026-06-01',
    currency: 'CHF',
    text: `
DORFLADEN
Milch      1.95
Brot       4.40
Kaese     11.98
Total CHF        18.33
Rundung           0.02
Zu zahlen CHF    18.35
Bar CHF          20.00
Rückgeld CHF      1.65
01.06.2026`,
  },
  {
    kind: 'Malaysian',
    cents: 820,
    day: '2018-03-23',
    currency: 'MYR',
    text: `
99 SPEED MART S/B (519537-X)
LOT P.T. 2811, JALAN ANGSA
Total Sales (Inclusive GST) RM  8.21
CASH RM  10.00
CHANGE RM  1.80
ROUNDING ADJ  -0.01
TOTAL RM  8.20
23-03-18 11:12`,
  },
  {
    kind: 'Japanese, without cents',
    cents: 128000,
    day: '2026-03-04',
    currency: 'JPY',
    text: `
さくら商店
2026/03/04 12:30
お茶   ¥150
弁当   ¥1,130
合計   ¥1,280
お預り   ¥2,000
お釣り   ¥720`,
  },
  {
    kind: 'Chinese',
    cents: 8600,
    day: '2026-03-04',
    currency: 'CNY',
    text: `
金龙饭店
2026-03-04 18:20
牛肉   38.00
蔬菜   48.00
合计：   86.00
实收   ￥100.00
找零   ￥14.00`,
  },
  {
    kind: 'an invoice that is paid already',
    cents: 3298,
    day: '2026-05-30',
    vatCents: 572,
    text: `
bol.
Factuur
Factuurdatum: 30-05-2026
Besteldatum: 28-05-2026
Artikel      Aantal  Stukprijs  BTW   Totaal
Partytent    1       29,99     21%   29,99
Verzending   1        2,99     21%    2,99
Totaalbedrag exclusief BTW         € 27,26
BTW (21%)                          €  5,72
Totaalbedrag inclusief BTW         € 32,98
Betaald via iDEAL                 -€ 32,98
Nog te betalen                     €  0,00`,
  },
  {
    kind: 'American, the tax and the clock tell',
    cents: 1342,
    day: '2022-12-10',
    currency: 'USD',
    text: `
BURGER BARN
9230 Sunset Blvd
Los Angeles, CA 90069
Cashier: ANA
Check: 118
1 Dbl Burger      5.95
1 Fries           2.30
1 Shake           4.00
COUNTER-Eat In
TAX 9.50%         1.17
Amount           13.42
VISA             13.42
12/10/22  7:12 PM
THANK YOU`,
  },
  {
    kind: 'American, the month first without a dollar',
    cents: 2418,
    day: '2022-10-08',
    currency: 'USD',
    text: `
WHOLE HARVEST MARKET
100 Broadway
New York, NY 10013
(212) 555-0100
ORG BANANAS      1.99 F
BREAD            4.49 F
WINE            15.99 T
Subtotal:       22.47
Tax:             1.71
Net Sales       22.47
Total:          24.18
Sold Items: 3
Paid:
VISA            24.18
10/08/2022 04:11 PM`,
  },
  {
    kind: 'a German hotel',
    cents: 8900,
    day: '2023-01-20',
    vatCents: 582,
    text: `
Hotel Eins GmbH
Rechnung Nr. 4711
Rechnungsdatum: 20.01.2023
Anreise 19.01.2023  Abreise 20.01.2023
Übernachtung        79,00
Frühstück           10,00
Summe              89,00
MwSt 7%  netto 83,18  5,82
Bezahlt Visa      -89,00
Offener Betrag      0,00`,
  },
  {
    kind: 'what was saved this year, below the total',
    cents: 2210,
    day: '2026-08-01',
    text: `
Jumbo
Boodschappen    22,10
Totaal          22,10
PIN             22,10
Extra's saldo totaal  812,00
Totaal gespaard dit jaar  145,50
01-08-2026 12:12`,
  },
  {
    kind: 'a receipt by telephone',
    cents: 3500,
    day: '2026-08-01',
    text: `
SumUp
Schminkteam Roos
Betaling
€35,00
Schminken   €35,00
Subtotaal   €28,93
BTW 21%      €6,07
Totaal      €35,00
1 aug. 2026 15:01
Mastercard **** 1234`,
  },
  {
    kind: 'a ticket for a later day',
    cents: 3000,
    day: '2026-08-14',
    text: `
Theater Concordia
Voorstelling: 12-12-2026 20:00
Besteld op 14-08-2026
Kaarten 2x 15,00   30,00
Totaal   30,00`,
  },
];
