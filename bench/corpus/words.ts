/*
 * What the generated records talk about: a software company, its customers, and what breaks between
 * them. Lists are in order of frequency; see `Random.frequent`.
 */

const list = (text: string): readonly string[] => text.trim().split(/\s+/);
const phrases = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

/** Things that can be looked at, moved, filled up or lost. */
export const things = list(`
  server page request file database record user report connection queue message session browser
  certificate service job address network form index table account password mail field policy
  document invoice log change update version window claim proxy cache button list column token link
  import export folder setting process worker script backup disk node cluster batch receipt payment
  schedule search template upload download printer scanner firewall gateway router switch cable
  domain resolver lookup header cookie redirect certificate-chain handshake timeout retry deadlock
  transaction lock row cursor trigger view constraint sequence partition replica snapshot journal
  volume mount quota inode archive bucket object attachment preview thumbnail image barcode signature
  letter envelope statement ledger balance tariff premium discount refund deposit instalment currency
  calendar appointment reminder holiday timezone clock daylight shift roster timesheet absence
  directory group role permission licence seat tenant branch office region warehouse shelf pallet
  parcel courier manifest customs label stock order basket checkout voucher catalogue price supplier
  contract amendment clause renewal cancellation complaint survey feedback ticket escalation handover
  dashboard chart filter facet sorting paging bookmark shortcut keyboard screen monitor tablet phone
  headset microphone camera recording transcript subtitle channel topic subscription broker consumer
  producer offset watermark stream pipeline stage artefact image-registry container sandbox namespace
  secret keystore passphrase fingerprint keypair challenge nonce code authenticator device pairing
  sensor meter reading calibration firmware bootloader battery charger antenna coverage roaming tunnel
  subnet route gateway-address broadcast packet fragment checksum payload envelope-sender bounce
  greylist blocklist allowlist spam quarantine mailbox alias forwarding signature-block newsletter
  glossary translation locale charset encoding umlaut ligature font margin footer watermark-image
  spreadsheet macro formula pivot delimiter separator quotation newline byte-order encoding-table
  parser validator schema migration rollback release canary feature-flag toggle experiment rollout
  hotfix branch-office merge commit pipeline-run runner credential vault audit trail retention purge
  anonymiser masking consent cookie-banner imprint disclaimer accessibility contrast caption tooltip
  breadcrumb sidebar accordion carousel spinner placeholder hint validation-message error-page
`);

/** What is put before a thing to name a rarer one: "subaccount", "preimport". */
export const prefixes = list('sub pre meta auto inter multi non super over under mini micro co de');

/** What things are like, before the thing. */
export const qualities = list(`
  new old slow empty wrong second last first full open internal external central nightly broken
  missing expired stale large small long short remote local shared primary secondary temporary manual
  automatic daily weekly monthly public private duplicate partial invalid unknown unexpected hidden
  blank outdated upstream downstream idle busy overloaded saturated throttled encrypted compressed
  unsigned signed trusted untrusted forgotten orphaned half-written corrupt readable unreadable foreign
  domestic regional global legacy experimental archived pending rejected accepted postponed scheduled
  unscheduled recurring one-off oversized undersized misconfigured renamed relocated replaced borrowed
  spare virtual physical wireless wired mobile fixed static dynamic intermediate self-signed default
  customised branded translated numbered unnumbered sorted unsorted filtered unfiltered anonymous
  personal collective quarterly annual historic recent upcoming overdue early late frequent rare
`);

/** What people did to a thing, in the past tense. */
export const deeds = list(`
  restarted checked changed replaced rebuilt cleared renewed raised reset removed restored moved
  disabled enabled corrected reloaded updated rolled-back reinstalled reindexed recalculated extended
  shortened increased lowered doubled halved split merged renamed relocated copied exported imported
  emptied refilled repaired reconfigured reverted unlocked locked blocked unblocked allowed
  forwarded redirected rerouted paused resumed stopped drained flushed purged rotated revoked reissued
  signed verified compared measured traced captured replayed resent requeued reprocessed recreated
  detached attached unmounted remounted resized partitioned compacted vacuumed analysed throttled
  unthrottled patched upgraded downgraded pinned unpinned bisected disconnected reconnected power-cycled
  swapped tightened loosened cleaned labelled documented translated rewrote re-enrolled re-registered
  synchronised resynchronised calibrated provisioned deprovisioned archived unarchived
`);

/** What things do when they do not do what they should. */
export const failures = phrases(`
  does not answer
  stays blank
  is slow
  stops halfway
  returns an empty list
  shows the data of yesterday
  fails with an error
  runs into a timeout
  cannot be opened
  keeps loading
  is rejected
  arrives twice
  arrives late
  never arrives
  loses the last line
  asks for the password again
  logs people out
  shows the wrong total
  cuts off long names
  ignores the second address
  jumps back to the first step
  prints only the first page
  garbles the umlauts
  mixes up day and month
  counts some entries twice
  uses up all memory
  fills the disk
  waits for a lock that nobody holds
  answers from the wrong region
  refuses connections from the new host
  presents a certificate that has expired
  drops every third request
  forgets the chosen filter
  overwrites what a colleague has saved
  rounds amounts to whole numbers
  sorts upper case before lower case
  opens in a window that is blocked
  redirects in a circle
  sends mail to former members
  keeps a session after signing out
`);

/** How somebody noticed. */
export const noticings = phrases(`
  A customer called
  The monitoring raised an alarm
  The service desk noticed
  A colleague in the back office reported
  The night shift saw
  Three customers wrote within an hour
  The partner's technician asked
  The weekly report showed
  The branch manager complained
  The dispatcher found out
  An auditor pointed out
  The field team told us
`);

/** Who does something. */
export const teams = list(`
  web-team platform-team database-team network-team service-desk billing-team print-room mail-team
  security-team integration-team mobile-team field-service data-team release-team identity-team
`);

/** Software and hardware on the other side. */
export const browsers = phrases(`
  Firefox 140 ESR
  Chrome 141
  Edge 141
  Safari 18.6
  Chrome 139 on Android 15
  Safari on iOS 18.6
  Firefox 143
  Edge 138 in kiosk mode
  Chromium 140 on a thin client
`);

export const systems = phrases(`
  Windows 11 24H2
  Windows 10 22H2 LTSC
  macOS 15.6
  Debian 12
  Ubuntu 24.04
  Red Hat Enterprise Linux 9.6
  Windows Server 2022
  Android 15
  iOS 18.6
  a terminal server farm
`);

export const programs = list(`
  nginx postgres haproxy redis rabbitmq postfix keycloak grafana prometheus elasticsearch kafka tomcat
  varnish squid openldap bind chrony rsyslog minio vault jenkins gitlab samba cups mariadb memcached
  envoy traefik zookeeper influxdb telegraf fluentd nats consul
`);

/** Halves of the names of companies: every first fits every second. */
export const companyFirsts = list(`
  Candlewick Saltmarsh Greywharf Foobar Larkspur Tidewater Ashgrove Brackwater Copperfield Dunmore
  Eastgate Fairlight Goldcrest Hawthorn Ironbridge Juniper Kestrel Lindenfels Marlow Northgate Oakhurst
  Penhallow Quayside Ravenscar Silverdale Thornbury Underwood Valemount Westbrook Yarrow Zellerbach
  Alderney Birchwood Cloverfield Driftwood Elmstead Foxglove Glenmore Harrowgate Islington Jasmine
  Kingfisher Longacre Meadowbank Nettlefold Orchard Pinecrest Quarry Rosewood Stonebridge Tamarind
  Umberleigh Violet Willowbrook Yewtree Applegarth Blackthorn Cedarhurst Dovecote Edelweiss Fernhill
`);

export const companySeconds = list(`
  Insurance Assurance Logistics Health Energy Foods Motors Textiles Travel Media Water Clinics Housing
  Dairy Printing Brewery Academy Shipping Timber Pharma Optics Analytics Leasing Catering Bakeries
`);

export const firstNames = list(`
  Dana Ottilie Jonas Mireille Tomasz Aylin Henrik Priya Lucia Marek Ingrid Oscar Fatima Yusuf Clara
  Emeka Noor Viktor Selma Rafael Helga Kaspar Leila Bruno Astrid Pavel Ines Gustav Amara Felix Renata
  Sanjay Greta Anton Zsofia Dario Elif Magnus Paloma Ruben Saskia Theo Ursula Valentin Wanda Xenia
`);

export const lastNames = list(`
  Whitfield Nakagawa Okafor Lindqvist Moreau Novak Petrov Yilmaz Schreiber Castellano Brandt Haugen
  Iyer Jansen Kowalski Larsen Mbeki Nilsson Oduya Papadakis Quint Rossi Santos Tanaka Ulrich Varga
  Weiss Yamada Zeller Abara Becker Costa Dupont Eriksen Fischer Gruber Hoffmann Ibrahim Jung Keller
`);

export const places = list(`
  Vienna Graz Linz Salzburg Innsbruck Bregenz Munich Hamburg Leipzig Dresden Zurich Basel Geneva Milan
  Turin Verona Prague Brno Bratislava Budapest Ljubljana Zagreb Warsaw Krakow Gdansk Vilnius Riga Tallinn
  Helsinki Stockholm Malmo Oslo Bergen Aarhus Rotterdam Utrecht Ghent Antwerp Lyon Nantes Bordeaux Porto
`);

/** The first parts of error codes and of host names. */
export const codeFamilies = list('CLM SQL TLS NET PRN IMP EXP AUTH MAIL DISK JOB API PAY QUE DOC');
export const hostRoles = list(`
  app web db cache queue mail print proxy relay edge batch search report auth file backup build stage
  gw dns ldap log metric store feed sync scan vault ingest render
`);

/** Why people tried what they tried. */
export const reasons = phrases(`
  The log showed the same line every few seconds
  It had helped in a similar case last winter
  The process had been up for more than a month
  The customer had seen it work on another machine
  The manual of the vendor names it as the first step
  Most of the time was spent waiting for it
  Nothing else had changed on that day
  The numbers before and after midnight differed
  Somebody remembered a change without a ticket
  A restart is cheap and was due anyway
  The error named it, although only in passing
  Two of the three affected offices share it
`);

/** Sentences that need nothing filled in; they stand between the others. */
export const remarks = phrases(`
  Nobody had told the service desk about the change.
  The alarm was there, but it went to a mailbox that nobody reads.
  From the outside both look exactly the same.
  The workaround held until the evening.
  It took longer to find the right person than to correct the setting.
  The customer had already tried everything on the list.
  We could not reproduce it on a machine of our own.
  Two earlier tickets turn out to describe the same thing.
  The documentation still described the former version.
  A second pair of eyes saw it at once.
  The backup was complete and was not needed.
  No data was lost.
  Some of the work had to be done again by hand.
  The first explanation was plausible and wrong.
  After the change the numbers went back to normal within minutes.
  What looked like one problem were two.
  It only happens on the first working day of a month.
  The test system did not have enough data to show it.
  The vendor confirmed it two days later.
  A measurement would have been quicker than the discussion.
`);

/** The languages of code blocks; the first has no name. */
export const frequentLanguages: readonly string[] = ['', 'bash', 'sql', 'ini', 'json', 'text'];
