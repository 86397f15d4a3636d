<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>%1 is written in hex digits (0-9, a-f); character %2 is none</source>
        <translation>%1 wird in Hex-Ziffern geschrieben (0-9, a-f); Zeichen %2 ist keine</translation>
    </message>
    <message>
        <source>%1 has %2 octets, which is %3 hex digits; %4 are given</source>
        <translation>%1 hat %2 Oktette, also %3 Hex-Ziffern; angegeben sind %4</translation>
    </message>
    <message>
        <source>AKA needs K, the key of the subscriber</source>
        <translation>AKA braucht K, den Schlüssel des Teilnehmers</translation>
    </message>
    <message>
        <source>AKA needs OP or OPc beside K</source>
        <translation>AKA braucht neben K auch OP oder OPc</translation>
    </message>
    <message>
        <source>give OP or OPc, not both: OPc is made of OP and K</source>
        <translation>OP oder OPc angeben, nicht beides: OPc entsteht aus OP und K</translation>
    </message>
    <message>
        <source>the nonce is not base64 of RAND and AUTN (32 octets or more), so there is no AKA challenge in it</source>
        <translation>die Nonce ist nicht Base64 von RAND und AUTN (mindestens 32 Oktette), enthält also keine AKA-Challenge</translation>
    </message>
    <message>
        <source>network not authenticated: the MAC in AUTN is not the one that K and OP give, so the server does not know this subscriber&apos;s key, or K or OP is typed wrongly; nothing is answered</source>
        <translation>Netz nicht authentifiziert: der MAC in AUTN ist nicht der, der sich aus K und OP ergibt; der Server kennt also den Schlüssel dieses Teilnehmers nicht, oder K oder OP ist falsch eingegeben; nichts wird beantwortet</translation>
    </message>
    <message>
        <source>the MAC in AUTN is right</source>
        <translation>der MAC in AUTN stimmt</translation>
    </message>
    <message>
        <source>its AMF is %1, not %2 as expected</source>
        <translation>das AMF darin ist %1, nicht wie erwartet %2</translation>
    </message>
    <message>
        <source>its SQN %1 is not above %2, the last one used: answered with auts and an empty password, so that the server takes up our SQN</source>
        <translation>die SQN %1 darin liegt nicht über %2, der zuletzt benutzten: beantwortet mit auts und leerem Passwort, damit der Server unsere SQN übernimmt</translation>
    </message>
    <message>
        <source>its SQN %1 is taken, as none is known here</source>
        <translation>die SQN %1 darin wird übernommen, da hier keine bekannt ist</translation>
    </message>
    <message>
        <source>its SQN %1 is above %2, the last one used</source>
        <translation>die SQN %1 darin liegt über %2, der zuletzt benutzten</translation>
    </message>
    <message>
        <source>the same token</source>
        <translation>gleiches Token</translation>
    </message>
    <message>
        <source>count %1</source>
        <translation>Zähler %1</translation>
    </message>
    <message>
        <source>the RAND and AUTN answered before</source>
        <translation>RAND und AUTN von vorher, schon beantwortet</translation>
    </message>
    <message>
        <source>not asked for this time; accepted before, so it is sent again with %1</source>
        <translation>diesmal nicht verlangt; früher akzeptiert, daher erneut mitgesendet: %1</translation>
    </message>
    <message>
        <source>the cryptography library refuses %1 on this computer</source>
        <translation>die Kryptobibliothek dieses Rechners verweigert %1</translation>
    </message>
    <message>
        <source>not needed: the %1 challenge of this realm is the one chosen</source>
        <translation>nicht nötig: gewählt ist die Challenge dieses Realms mit %1</translation>
    </message>
    <message>
        <source>of qop only %1 is offered, which is not known</source>
        <translation>als qop wird nur %1 angeboten, das ist nicht bekannt</translation>
    </message>
    <message>
        <source>an access token is sent over TLS or WSS only, and this request goes over %1, where anybody on the path could read and use it</source>
        <translation>ein Access-Token wird nur über TLS oder WSS gesendet, diese Anfrage geht aber über %1; jeder auf dem Weg könnte es lesen und benutzen</translation>
    </message>
    <message>
        <source>the access token for realm %1 holds characters that no token has (RFC 6750 2.1)</source>
        <translation>das Access-Token für den Realm %1 enthält Zeichen, die kein Token hat (RFC 6750 2.1)</translation>
    </message>
    <message>
        <source>the server turned down the access token for realm %1 and it is not offered again</source>
        <translation>der Server hat das Access-Token für den Realm %1 abgelehnt, es wird nicht noch einmal angeboten</translation>
    </message>
    <message>
        <source>%1 attempts with credentials were sent already, which is the limit for one request</source>
        <translation>%1 Versuche mit Zugangsdaten wurden schon gesendet, mehr sind für eine Anfrage nicht vorgesehen</translation>
    </message>
    <message>
        <source>the server called its own nonce stale %1 times in a row and never accepts one</source>
        <translation>der Server nannte seine eigene Nonce %1-mal in Folge stale und akzeptiert nie eine</translation>
    </message>
    <message>
        <source>the old nonce was stale, the new one is answered with the same credential</source>
        <translation>die alte Nonce war stale, die neue wird mit denselben Zugangsdaten beantwortet</translation>
    </message>
    <message>
        <source>the server took up our SQN</source>
        <translation>der Server hat unsere SQN übernommen</translation>
    </message>
    <message>
        <source>the server was told our SQN and still sends one that is not above it</source>
        <translation>der Server kennt unsere SQN und sendet dennoch eine, die nicht darüber liegt</translation>
    </message>
    <message>
        <source>the server changed what it asks for, which is tried once before the password is blamed</source>
        <translation>der Server verlangt jetzt etwas anderes; das wird einmal versucht, bevor das Passwort als falsch gilt</translation>
    </message>
    <message>
        <source>the nonce used before is no longer accepted, the fresh one is tried once before the password is blamed</source>
        <translation>die benutzte Nonce wird nicht mehr akzeptiert; die neue wird einmal versucht, bevor das Passwort als falsch gilt</translation>
    </message>
    <message>
        <source>%1 is never sent again with credentials</source>
        <translation>%1 wird nie noch einmal mit Zugangsdaten gesendet</translation>
    </message>
    <message>
        <source>sent unasked, because the server accepted it for this To before: %1</source>
        <translation>unaufgefordert gesendet, weil der Server es für dieses To früher akzeptiert hat: %1</translation>
    </message>
    <message>
        <source>topmost challenge we support (R8760.2.4-1)</source>
        <translation>oberste Challenge, die hier unterstützt wird (R8760.2.4-1)</translation>
    </message>
    <message>
        <source>strongest on offer, as chosen</source>
        <translation>stärkste der angebotenen, wie gewählt</translation>
    </message>
    <message>
        <source>weakest on offer, as chosen</source>
        <translation>schwächste der angebotenen, wie gewählt</translation>
    </message>
    <message>
        <source>answered as %1 with %2%3: %4</source>
        <translation>beantwortet als %1 mit %2%3: %4</translation>
    </message>
    <message>
        <source>the only challenge of this realm</source>
        <translation>einzige Challenge dieses Realms</translation>
    </message>
    <message>
        <source>the credential is one for any realm</source>
        <translation>die Zugangsdaten gelten für jeden Realm</translation>
    </message>
    <message>
        <source>without qop (the old form of RFC 2069), so nothing of ours enters the hash and it can be replayed</source>
        <translation>ohne qop (alte Form nach RFC 2069): nichts von uns geht in den Hash ein, die Antwort lässt sich wiederverwenden</translation>
    </message>
    <message>
        <source>MD5 is offered beside a stronger algorithm: somebody on the path can remove the stronger one</source>
        <translation>MD5 wird neben einem stärkeren Algorithmus angeboten: wer auf dem Weg sitzt, kann den stärkeren entfernen</translation>
    </message>
    <message>
        <source>keys of the subscriber (K, OP or OPc)</source>
        <translation>Schlüssel des Teilnehmers (K, OP oder OPc)</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>stored HA1</source>
        <translation>gespeichertes HA1</translation>
    </message>
    <message>
        <source>the answer for realm %1 as %2 was rejected: the server asks again and does not call the nonce stale. Check the user name and the %3</source>
        <translation>die Antwort für den Realm %1 als %2 wurde abgelehnt: der Server fragt erneut und nennt die Nonce nicht stale. Benutzername und %3 prüfen</translation>
    </message>
    <message>
        <source>realm %1 does not let anonymous users in; give a user name and a password for it</source>
        <translation>der Realm %1 lässt keine anonymen Benutzer zu; dafür Benutzername und Passwort angeben</translation>
    </message>
    <message>
        <source>a quote or backslash in the name or realm is hashed without its escape, some servers keep it</source>
        <translation>Anführungszeichen oder Backslash in Name oder Realm werden ohne ihr Escape gehasht, manche Server behalten es</translation>
    </message>
    <message>
        <source>the digest uri is set by hand to %1</source>
        <translation>die Digest-uri ist von Hand auf %1 gesetzt</translation>
    </message>
    <message>
        <source>the server says</source>
        <translation>der Server sagt</translation>
    </message>
    <message>
        <source>tokens come from</source>
        <translation>Tokens kommen von</translation>
    </message>
    <message>
        <source>the scope asked for is</source>
        <translation>der verlangte Scope ist</translation>
    </message>
    <message>
        <source>answered with the access token</source>
        <translation>mit dem Access-Token beantwortet</translation>
    </message>
    <message>
        <source>chosen among the challenges of this realm</source>
        <translation>ausgewählt unter den Challenges dieses Realms</translation>
    </message>
    <message>
        <source>the token is one for any realm</source>
        <translation>das Token gilt für jeden Realm</translation>
    </message>
    <message>
        <source>Sent unasked for realm %1, accepted before</source>
        <translation>Unaufgefordert gesendet für Realm %1, früher akzeptiert</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>The %1 holds no challenge, so there is nothing to answer</source>
        <translation>Die %1 enthält keine Challenge, es gibt nichts zu beantworten</translation>
    </message>
    <message>
        <source>Answering for realm %1</source>
        <translation>Antwort für Realm %1</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>%1; not answered: %2</source>
        <translation>%1; nicht beantwortet: %2</translation>
    </message>
    <message>
        <source>Basic is never answered: it would send the password readable</source>
        <translation>Basic wird nie beantwortet: das Passwort ginge lesbar über die Leitung</translation>
    </message>
    <message>
        <source>the scheme %1 is not supported</source>
        <translation>das Schema %1 wird nicht unterstützt</translation>
    </message>
    <message>
        <source>%1, so it cannot be answered</source>
        <translation>%1, daher nicht zu beantworten</translation>
    </message>
    <message>
        <source>the algorithm %1 is not supported</source>
        <translation>der Algorithmus %1 wird nicht unterstützt</translation>
    </message>
    <message>
        <source>the challenge cannot be read: %1</source>
        <translation>die Challenge ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>%1 of realm %2 needs the keys of a subscriber (K and OP or OPc), not a password</source>
        <translation>%1 des Realms %2 braucht die Schlüssel eines Teilnehmers (K und OP oder OPc), kein Passwort</translation>
    </message>
    <message>
        <source>the keys of a subscriber serve AKA only, and realm %1 asks for %2 with a password</source>
        <translation>die Schlüssel eines Teilnehmers dienen nur AKA, der Realm %1 verlangt aber %2 mit einem Passwort</translation>
    </message>
    <message>
        <source>for realm %1 there is a token, and Digest needs a password</source>
        <translation>für den Realm %1 gibt es ein Token, Digest braucht aber ein Passwort</translation>
    </message>
    <message>
        <source>a stored HA1 is of use only with the realm it was made for</source>
        <translation>ein gespeichertes HA1 ist nur für den Realm brauchbar, für den es gebildet wurde</translation>
    </message>
    <message>
        <source>the HA1 stored for realm %1 is made with %2 and of no use for %3</source>
        <translation>das für den Realm %1 gespeicherte HA1 ist mit %2 gebildet und für %3 unbrauchbar</translation>
    </message>
    <message>
        <source>no credential for realm %1</source>
        <translation>keine Zugangsdaten für den Realm %1</translation>
    </message>
    <message>
        <source>(there is one for %1, it is not used elsewhere)</source>
        <translation>(es gibt welche für %1, die werden anderswo nicht benutzt)</translation>
    </message>
    <message>
        <source>the token for realm %1 is of authorization server %2, and the challenge names %3: it is not given away</source>
        <translation>das Token für den Realm %1 stammt vom Autorisierungsserver %2, die Challenge nennt %3: es wird nicht herausgegeben</translation>
    </message>
    <message>
        <source>realm %1 asks for Bearer, and there is no access token for it</source>
        <translation>der Realm %1 verlangt Bearer, dafür gibt es kein Access-Token</translation>
    </message>
    <message>
        <source>the scheme is %1, not Digest</source>
        <translation>das Schema ist %1, nicht Digest</translation>
    </message>
    <message>
        <source>the Digest value has no %1</source>
        <translation>dem Digest-Wert fehlt %1</translation>
    </message>
    <message>
        <source>%1 is given more than once, the first counts</source>
        <translation>%1 ist mehrfach angegeben, das erste zählt</translation>
    </message>
    <message>
        <source>unknown directive %1</source>
        <translation>unbekannte Direktive %1</translation>
    </message>
    <message>
        <source>qop is empty, taken as absent</source>
        <translation>qop ist leer und gilt als nicht vorhanden</translation>
    </message>
    <message>
        <source>the closing ] of the IPv6 address is missing</source>
        <translation>die schließende ] der IPv6-Adresse fehlt</translation>
    </message>
    <message>
        <source>expected : and a port after ]</source>
        <translation>nach ] werden : und ein Port erwartet</translation>
    </message>
    <message>
        <source>the port is not a number from 1 to 65535</source>
        <translation>der Port ist keine Zahl von 1 bis 65535</translation>
    </message>
    <message>
        <source>not an IP address</source>
        <translation>keine IP-Adresse</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no way to keep a flow alive: write off, auto, ask or seconds from 1 to 86400, e.g. 30</source>
        <translation>„%1“ ist keine Art, einen Flow offen zu halten: off, auto, ask oder Sekunden von 1 bis 86400 angeben, z. B. 30</translation>
    </message>
    <message>
        <source>a fingerprint is SHA-256: 64 hex digits, with or without colons</source>
        <translation>ein Fingerabdruck ist SHA-256: 64 Hex-Ziffern, mit oder ohne Doppelpunkte</translation>
    </message>
    <message>
        <source>the WebSocket path %1 is none: it begins with / and has neither spaces nor #</source>
        <translation>der WebSocket-Pfad %1 ist keiner: er beginnt mit / und enthält weder Leerzeichen noch #</translation>
    </message>
    <message>
        <source>the WebSocket host %1 has a space in it</source>
        <translation>der WebSocket-Host %1 enthält ein Leerzeichen</translation>
    </message>
    <message>
        <source>the WebSocket origin %1 has a space in it</source>
        <translation>der WebSocket-Origin %1 enthält ein Leerzeichen</translation>
    </message>
    <message>
        <source>the WebSocket subprotocol %1 is no token</source>
        <translation>das WebSocket-Subprotokoll %1 ist kein Token</translation>
    </message>
    <message>
        <source>the WebSocket header %1 cannot be written</source>
        <translation>der WebSocket-Header %1 lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>%1 is written by the WebSocket handshake itself</source>
        <translation>%1 schreibt der WebSocket-Handshake selbst</translation>
    </message>
    <message>
        <source>the proxy %1 is no address with a port, e.g. 192.0.2.1:3128</source>
        <translation>der Proxy %1 ist keine Adresse mit Port, z. B. 192.0.2.1:3128</translation>
    </message>
    <message>
        <source>a WebSocket header is written &quot;Name: value&quot;</source>
        <translation>ein WebSocket-Header hat die Form „Name: Wert“</translation>
    </message>
    <message>
        <source>that is no address of a host, and nothing arrives</source>
        <translation>das ist keine Adresse eines Hosts, nichts kommt an</translation>
    </message>
    <message>
        <source>a multicast address: nobody in particular will answer</source>
        <translation>eine Multicast-Adresse: niemand Bestimmtes wird antworten</translation>
    </message>
    <message>
        <source>the broadcast address: nobody in particular will answer</source>
        <translation>die Broadcast-Adresse: niemand Bestimmtes wird antworten</translation>
    </message>
    <message>
        <source>that is this machine, not the peer</source>
        <translation>das ist dieser Rechner, nicht die Gegenstelle</translation>
    </message>
    <message>
        <source>a private address: from here it may not be reachable</source>
        <translation>eine private Adresse: von hier womöglich nicht erreichbar</translation>
    </message>
    <message>
        <source>the dialog began over %1: this address may not be reachable from here</source>
        <translation>der Dialog begann über %1: diese Adresse ist von hier womöglich nicht erreichbar</translation>
    </message>
    <message>
        <source>what follows in the dialog goes to %1, as the peer&apos;s %2 says; %3</source>
        <translation>was im Dialog folgt, geht laut %2 der Gegenstelle an %1; %3</translation>
    </message>
    <message>
        <source>the dialog began over %1, and what follows goes over %2, as the peer&apos;s %3 says</source>
        <translation>der Dialog begann über %1; was folgt, geht laut %3 der Gegenstelle über %2</translation>
    </message>
    <message>
        <source>Contact of the %1</source>
        <translation>Contact von %1</translation>
    </message>
    <message>
        <source>Contact of the %1 to %2</source>
        <translation>Contact der %1 auf %2</translation>
    </message>
    <message>
        <source>Request-URI, for want of a Contact</source>
        <translation>Request-URI, da kein Contact vorliegt</translation>
    </message>
    <message>
        <source>From, for want of a Contact</source>
        <translation>From, da kein Contact vorliegt</translation>
    </message>
    <message>
        <source>moved elsewhere, to be subscribed to again at once</source>
        <translation>umgezogen, sofort neu zu abonnieren</translation>
    </message>
    <message>
        <source>not now, to be tried again later</source>
        <translation>jetzt nicht, später erneut zu versuchen</translation>
    </message>
    <message>
        <source>refused by policy, for good</source>
        <translation>per Richtlinie abgelehnt, endgültig</translation>
    </message>
    <message>
        <source>it ran out, and may be subscribed to again</source>
        <translation>abgelaufen, darf neu abonniert werden</translation>
    </message>
    <message>
        <source>nobody could authorise it, to be tried again later</source>
        <translation>niemand konnte sie genehmigen, später erneut zu versuchen</translation>
    </message>
    <message>
        <source>there is nothing to watch any more</source>
        <translation>es gibt nichts mehr zu beobachten</translation>
    </message>
    <message>
        <source>it will not change any more</source>
        <translation>es wird sich nicht mehr ändern</translation>
    </message>
    <message>
        <source>the subscription is over</source>
        <translation>die Subscription ist beendet</translation>
    </message>
    <message>
        <source>not before %1 s</source>
        <translation>nicht vor %1 s</translation>
    </message>
    <message>
        <source>this %1 has no Expires that could be read: it does not say how long the subscription lasts</source>
        <translation>diese %1 hat kein lesbares Expires: sie sagt nicht, wie lange die Subscription gilt</translation>
    </message>
    <message>
        <source>the subscription lasts longer than asked for; an Expires may be shortened only</source>
        <translation>die Subscription gilt länger als verlangt; ein Expires darf nur verkürzt werden</translation>
    </message>
    <message>
        <source>this NOTIFY has no Subscription-State that could be read</source>
        <translation>dieses NOTIFY hat kein lesbares Subscription-State</translation>
    </message>
    <message>
        <source>from the hosts file of this system</source>
        <translation>aus der Hosts-Datei dieses Systems</translation>
    </message>
    <message>
        <source>this system names no DNS server; one can be given as the resolver</source>
        <translation>dieses System nennt keinen DNS-Server; einer lässt sich als Resolver angeben</translation>
    </message>
    <message>
        <source>the answer over UDP was cut off, and over TCP no answer came in time</source>
        <translation>die Antwort über UDP war abgeschnitten, und über TCP kam rechtzeitig keine</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>es kam rechtzeitig keine Antwort</translation>
    </message>
    <message>
        <source>the answer over UDP was cut off, and over TCP the server cannot be reached</source>
        <translation>die Antwort über UDP war abgeschnitten, und über TCP ist der Server nicht erreichbar</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>this is no name that DNS can hold</source>
        <translation>diesen Namen kann DNS nicht fassen</translation>
    </message>
    <message>
        <source>%1 octets that are no DNS answer</source>
        <translation>%1 Oktette, die keine DNS-Antwort sind</translation>
    </message>
    <message>
        <source>the answer is for another question</source>
        <translation>die Antwort gehört zu einer anderen Frage</translation>
    </message>
    <message>
        <source>the answer does not repeat the question</source>
        <translation>die Antwort wiederholt die Frage nicht</translation>
    </message>
    <message>
        <source>the answer breaks off or contradicts itself</source>
        <translation>die Antwort bricht ab oder widerspricht sich</translation>
    </message>
    <message>
        <source>more than %1 records: the others are not looked at</source>
        <translation>mehr als %1 Einträge: die übrigen bleiben unbeachtet</translation>
    </message>
    <message>
        <source>the answer holds records of other names only</source>
        <translation>die Antwort enthält nur Einträge anderer Namen</translation>
    </message>
    <message>
        <source>the resolver is to be an IP address and port, such as 192.0.2.53:53, not &quot;%1&quot;</source>
        <translation>der Resolver ist IP-Adresse und Port, etwa 192.0.2.53:53, nicht „%1“</translation>
    </message>
    <message>
        <source>maddr %1 comes before the host</source>
        <translation>maddr %1 geht dem Host vor</translation>
    </message>
    <message>
        <source>%1 is not supported</source>
        <translation>%1 wird nicht unterstützt</translation>
    </message>
    <message>
        <source>no port given: %1</source>
        <translation>kein Port angegeben: %1</translation>
    </message>
    <message>
        <source>an IP address: nothing to look up</source>
        <translation>eine IP-Adresse: nichts aufzulösen</translation>
    </message>
    <message>
        <source>port %1 is given: only addresses are looked up</source>
        <translation>Port %1 ist angegeben: nur Adressen werden aufgelöst</translation>
    </message>
    <message>
        <source>%1 is left out: %2</source>
        <translation>%1 bleibt weg: %2</translation>
    </message>
    <message>
        <source>no service of SIP known here</source>
        <translation>kein hier bekannter SIP-Dienst</translation>
    </message>
    <message>
        <source>it does not lead to SRV records</source>
        <translation>er führt nicht zu SRV-Einträgen</translation>
    </message>
    <message>
        <source>a sips URI wants TLS</source>
        <translation>eine sips-URI verlangt TLS</translation>
    </message>
    <message>
        <source>%1: %2, then %3</source>
        <translation>%1: %2, dann %3</translation>
    </message>
    <message>
        <source>NAPTR %1: %2; SRV of each transport instead</source>
        <translation>NAPTR %1: %2; stattdessen SRV jedes Transports</translation>
    </message>
    <message>
        <source>none that can be used</source>
        <translation>keiner, der brauchbar ist</translation>
    </message>
    <message>
        <source>a sips URI wants TLS, which is not supported</source>
        <translation>eine sips-URI verlangt TLS, das wird nicht unterstützt</translation>
    </message>
    <message>
        <source>%1: the service is declared not to be there</source>
        <translation>%1: der Dienst ist als nicht vorhanden erklärt</translation>
    </message>
    <message>
        <source>%1: the first %2 of %3 records are used</source>
        <translation>%1: die ersten %2 von %3 Einträgen werden benutzt</translation>
    </message>
    <message>
        <source>%1 is declared not to be there (SRV with the target &quot;.&quot;)</source>
        <translation>%1 ist als nicht vorhanden erklärt (SRV mit dem Ziel „.“)</translation>
    </message>
    <message>
        <source>no SRV record: the addresses of %1, %2, port %3</source>
        <translation>kein SRV-Eintrag: die Adressen von %1, %2, Port %3</translation>
    </message>
    <message>
        <source>SRV %1: priority %2, weight %3</source>
        <translation>SRV %1: Priorität %2, Gewicht %3</translation>
    </message>
    <message>
        <source>an address in the place of a name</source>
        <translation>eine Adresse anstelle eines Namens</translation>
    </message>
    <message>
        <source>there is no such name (NXDOMAIN)</source>
        <translation>den Namen gibt es nicht (NXDOMAIN)</translation>
    </message>
    <message>
        <source>it has no address (neither SRV, A nor AAAA leads to one)</source>
        <translation>er hat keine Adresse (weder SRV noch A noch AAAA führt zu einer)</translation>
    </message>
    <message>
        <source>the pinned target %1 is not among the %2 found</source>
        <translation>das angeheftete Ziel %1 ist nicht unter den %2 gefundenen</translation>
    </message>
    <message>
        <source>pinned to %1: %2 of %3 targets</source>
        <translation>an %1 angeheftet: %2 von %3 Zielen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no transport known here; use udp or tcp</source>
        <translation>„%1“ ist kein hier bekannter Transport; udp oder tcp benutzen</translation>
    </message>
    <message>
        <source>sips needs TLS, which there is not over UDP</source>
        <translation>sips braucht TLS, das es über UDP nicht gibt</translation>
    </message>
    <message>
        <source>%1 is given: %2</source>
        <translation>%1 ist angegeben: %2</translation>
    </message>
    <message>
        <source>no transport given and the host is an IP address: %1</source>
        <translation>kein Transport angegeben, und der Host ist eine IP-Adresse: %1</translation>
    </message>
    <message>
        <source>no transport given and the port is: %1</source>
        <translation>kein Transport angegeben, aber ein Port: %1</translation>
    </message>
    <message>
        <source>which methods it takes is not known (RFC 3261 20.5)</source>
        <translation>welche Methoden angenommen werden, ist nicht bekannt (RFC 3261 20.5)</translation>
    </message>
    <message>
        <source>it takes no method at all</source>
        <translation>keine Methode wird angenommen</translation>
    </message>
    <message>
        <source>counts as application/sdp (RFC 3261 20.1)</source>
        <translation>gilt als application/sdp (RFC 3261 20.1)</translation>
    </message>
    <message>
        <source>it takes no body at all (RFC 3261 20.1)</source>
        <translation>kein Body wird angenommen (RFC 3261 20.1)</translation>
    </message>
    <message>
        <source>counts as identity (RFC 3261 20.2)</source>
        <translation>gilt als identity (RFC 3261 20.2)</translation>
    </message>
    <message>
        <source>identity only (RFC 3261 20.2)</source>
        <translation>nur identity (RFC 3261 20.2)</translation>
    </message>
    <message>
        <source>counts as any language (RFC 3261 20.3)</source>
        <translation>gilt als jede Sprache (RFC 3261 20.3)</translation>
    </message>
    <message>
        <source>any language</source>
        <translation>jede Sprache</translation>
    </message>
    <message>
        <source>which extensions it knows is not known</source>
        <translation>welche Erweiterungen bekannt sind, ist nicht bekannt</translation>
    </message>
    <message>
        <source>no extension (RFC 3261 20.37)</source>
        <translation>keine Erweiterung (RFC 3261 20.37)</translation>
    </message>
    <message>
        <source>no event package</source>
        <translation>kein Event-Package</translation>
    </message>
    <message>
        <source>which option it does not know is not known</source>
        <translation>welche Option unbekannt ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>which option it wants is not known</source>
        <translation>welche Option verlangt wird, ist nicht bekannt</translation>
    </message>
    <message>
        <source>which INFO packages it takes is not known</source>
        <translation>welche INFO-Packages angenommen werden, ist nicht bekannt</translation>
    </message>
    <message>
        <source>no INFO package</source>
        <translation>kein INFO-Package</translation>
    </message>
    <message>
        <source>unallocated number</source>
        <translation>nicht vergebene Rufnummer</translation>
    </message>
    <message>
        <source>no route to transit network</source>
        <translation>keine Route zum Transitnetz</translation>
    </message>
    <message>
        <source>no route to destination</source>
        <translation>keine Route zum Ziel</translation>
    </message>
    <message>
        <source>normal call clearing</source>
        <translation>normales Gesprächsende</translation>
    </message>
    <message>
        <source>user busy</source>
        <translation>Teilnehmer besetzt</translation>
    </message>
    <message>
        <source>no user responding</source>
        <translation>Teilnehmer reagiert nicht</translation>
    </message>
    <message>
        <source>no answer from user</source>
        <translation>Teilnehmer meldet sich nicht</translation>
    </message>
    <message>
        <source>subscriber absent</source>
        <translation>Teilnehmer nicht erreichbar</translation>
    </message>
    <message>
        <source>call rejected</source>
        <translation>Anruf abgewiesen</translation>
    </message>
    <message>
        <source>number changed</source>
        <translation>Rufnummer geändert</translation>
    </message>
    <message>
        <source>answered elsewhere</source>
        <translation>anderswo angenommen</translation>
    </message>
    <message>
        <source>destination out of order</source>
        <translation>Ziel gestört</translation>
    </message>
    <message>
        <source>invalid number format</source>
        <translation>ungültiges Rufnummernformat</translation>
    </message>
    <message>
        <source>facility rejected</source>
        <translation>Leistungsmerkmal abgelehnt</translation>
    </message>
    <message>
        <source>normal, unspecified</source>
        <translation>normal, ohne nähere Angabe</translation>
    </message>
    <message>
        <source>no circuit or channel available</source>
        <translation>keine Leitung oder kein Kanal verfügbar</translation>
    </message>
    <message>
        <source>network out of order</source>
        <translation>Netz gestört</translation>
    </message>
    <message>
        <source>temporary failure</source>
        <translation>vorübergehender Fehler</translation>
    </message>
    <message>
        <source>switching equipment congestion</source>
        <translation>Vermittlungseinrichtung überlastet</translation>
    </message>
    <message>
        <source>requested channel not available</source>
        <translation>gewünschter Kanal nicht verfügbar</translation>
    </message>
    <message>
        <source>resource unavailable</source>
        <translation>Ressource nicht verfügbar</translation>
    </message>
    <message>
        <source>facility not subscribed</source>
        <translation>Leistungsmerkmal nicht beauftragt</translation>
    </message>
    <message>
        <source>incoming calls barred</source>
        <translation>ankommende Anrufe gesperrt</translation>
    </message>
    <message>
        <source>bearer capability not authorised</source>
        <translation>Übermittlungsdienst nicht erlaubt</translation>
    </message>
    <message>
        <source>bearer capability not available</source>
        <translation>Übermittlungsdienst nicht verfügbar</translation>
    </message>
    <message>
        <source>bearer capability not implemented</source>
        <translation>Übermittlungsdienst nicht implementiert</translation>
    </message>
    <message>
        <source>service or option not implemented</source>
        <translation>Dienst oder Option nicht implementiert</translation>
    </message>
    <message>
        <source>user not member of the closed group</source>
        <translation>Teilnehmer nicht in der geschlossenen Benutzergruppe</translation>
    </message>
    <message>
        <source>incompatible destination</source>
        <translation>inkompatibles Ziel</translation>
    </message>
    <message>
        <source>recovery on timer expiry</source>
        <translation>Wiederherstellung nach Timer-Ablauf</translation>
    </message>
    <message>
        <source>protocol error</source>
        <translation>Protokollfehler</translation>
    </message>
    <message>
        <source>interworking</source>
        <translation>Interworking</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>by CNAME to %1</source>
        <translation>per CNAME zu %1</translation>
    </message>
    <message>
        <source>remembered, not asked</source>
        <translation>gemerkt, nicht gefragt</translation>
    </message>
    <message>
        <source>server %1 over TCP</source>
        <translation>Server %1 über TCP</translation>
    </message>
    <message>
        <source>server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>cut off over UDP</source>
        <translation>über UDP abgeschnitten</translation>
    </message>
    <message>
        <source>asked %1 times</source>
        <translation>%1-mal gefragt</translation>
    </message>
    <message>
        <source>taken for dead</source>
        <translation>gilt als ausgefallen</translation>
    </message>
    <message>
        <source>%1: nowhere to send</source>
        <translation>%1: kein Ziel</translation>
    </message>
    <message>
        <source>%1: sent to %2</source>
        <translation>%1: gesendet an %2</translation>
    </message>
    <message>
        <source>%1: %2 targets, first %3</source>
        <translation>%1: %2 Ziele, zuerst %3</translation>
    </message>
    <message>
        <source>Other traffic</source>
        <translation>Übriger Verkehr</translation>
    </message>
    <message>
        <source>%1 older rows were let go</source>
        <translation>%1 ältere Zeilen wurden verworfen</translation>
    </message>
    <message>
        <source>%1; one flow keeps %2 rows and %3</source>
        <translation>%1; ein Ablauf behält %2 Zeilen und %3</translation>
    </message>
    <message>
        <source>us</source>
        <translation>wir</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>local, %1</source>
        <translation>lokal, %1</translation>
    </message>
    <message>
        <source>Our Via names the host %1 and the answer does not say which address the server saw: nothing can be compared.</source>
        <translation>Unser Via nennt den Host %1, und die Antwort sagt nicht, welche Adresse der Server sah: Es lässt sich nichts vergleichen.</translation>
    </message>
    <message>
        <source>The address is translated on the way: we sent from %1, and the server saw %2.</source>
        <translation>Die Adresse wird unterwegs umgesetzt: Wir sendeten von %1, der Server sah %2.</translation>
    </message>
    <message>
        <source>The port is translated: we sent from port %1, and the server saw port %2. What it sends to port %1 does not arrive here.</source>
        <translation>Der Port wird umgesetzt: Wir sendeten von Port %1, der Server sah Port %2. Was er an Port %1 sendet, kommt hier nicht an.</translation>
    </message>
    <message>
        <source>We asked for the port by rport, and the answer does not have it: the server does not do RFC 3581. A translated port would not be seen, and behind a NAT answers may not arrive.</source>
        <translation>Mit rport wurde nach dem Port gefragt, die Antwort enthält ihn nicht: Der Server beherrscht RFC 3581 nicht. Ein umgesetzter Port bliebe unbemerkt, und hinter einem NAT kommen Antworten womöglich nicht an.</translation>
    </message>
    <message>
        <source>The server wrote no address into our Via, as it does when the request comes from where the Via says: as far as it tells, no NAT is between.</source>
        <translation>Der Server schrieb keine Adresse in unser Via, wie immer, wenn die Anfrage von dort kommt, wo das Via es sagt: Soweit er es erkennen lässt, liegt kein NAT dazwischen.</translation>
    </message>
    <message>
        <source>The server saw us at %1, where we are: no NAT is between.</source>
        <translation>Der Server sah uns unter %1, unserer eigenen Adresse: Kein NAT liegt dazwischen.</translation>
    </message>
    <message>
        <source>Our Via says %1, and we sent from %2.</source>
        <translation>Unser Via sagt %1, gesendet wurde von %2.</translation>
    </message>
    <message>
        <source>Contact names the private address %1, which the server does not reach: what it sends to us later, such as a call or a BYE, gets lost unless it corrects the address itself.</source>
        <translation>Contact nennt die private Adresse %1, die der Server nicht erreicht: Was er später an uns sendet, etwa ein Anruf oder ein BYE, geht verloren, wenn er die Adresse nicht selbst korrigiert.</translation>
    </message>
    <message>
        <source>Contact names %1, and the server saw us at %2: what it sends to us later goes to Contact.</source>
        <translation>Contact nennt %1, der Server sah uns unter %2: Was er später an uns sendet, geht an Contact.</translation>
    </message>
    <message>
        <source>Contact names port %1, and the server saw port %2.</source>
        <translation>Contact nennt Port %1, der Server sah Port %2.</translation>
    </message>
    <message>
        <source>Contact is where the server saw us.</source>
        <translation>Contact ist die Adresse, unter der der Server uns sah.</translation>
    </message>
    <message>
        <source>The registrar keeps our Contact as we sent it.</source>
        <translation>Der Registrar behält unseren Contact wie gesendet.</translation>
    </message>
    <message>
        <source>The registrar keeps %1 instead of the Contact we sent: it put in the address it saw us at.</source>
        <translation>Der Registrar behält %1 statt des gesendeten Contact: Er setzte die Adresse ein, unter der er uns sah.</translation>
    </message>
    <message>
        <source>The Contact we sent is not among the bindings the registrar lists.</source>
        <translation>Der gesendete Contact ist nicht unter den Bindings, die der Registrar nennt.</translation>
    </message>
    <message>
        <source>Timer %1: nothing was heard</source>
        <translation>Timer %1: nichts war zu hören</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>being tried</source>
        <translation>wird versucht</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>reset by the peer</source>
        <translation>von der Gegenstelle zurückgesetzt</translation>
    </message>
    <message>
        <source>closed by the peer</source>
        <translation>von der Gegenstelle geschlossen</translation>
    </message>
    <message>
        <source>closed by us</source>
        <translation>von uns geschlossen</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>an address: nothing is looked up</source>
        <translation>eine Adresse: nichts wird aufgelöst</translation>
    </message>
    <message>
        <source>being looked up</source>
        <translation>wird aufgelöst</translation>
    </message>
    <message>
        <source>%1, found in %2</source>
        <translation>%1, gefunden in %2</translation>
    </message>
    <message>
        <source>1 target</source>
        <translation>1 Ziel</translation>
    </message>
    <message>
        <source>%1 targets</source>
        <translation>%1 Ziele</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>priority %1, weight %2</source>
        <translation>Priorität %1, Gewicht %2</translation>
    </message>
    <message>
        <source>Drill: %1. The detour took %2 in all.</source>
        <translation>Übung: %1. Der Umweg dauerte insgesamt %2.</translation>
    </message>
    <message>
        <source>Failover: %1. The detour took %2 in all.</source>
        <translation>Failover: %1. Der Umweg dauerte insgesamt %2.</translation>
    </message>
    <message>
        <source>; then </source>
        <translation>; dann </translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 %2 nach %3</translation>
    </message>
    <message>
        <source>opened by the peer</source>
        <translation>von der Gegenstelle geöffnet</translation>
    </message>
    <message>
        <source>opened by us in %1</source>
        <translation>von uns geöffnet in %1</translation>
    </message>
    <message>
        <source>being opened by us</source>
        <translation>wird von uns geöffnet</translation>
    </message>
    <message>
        <source>was there before</source>
        <translation>war schon da</translation>
    </message>
    <message>
        <source>used again once</source>
        <translation>einmal wiederverwendet</translation>
    </message>
    <message>
        <source>used again %1 times</source>
        <translation>%1-mal wiederverwendet</translation>
    </message>
    <message>
        <source>1 message out</source>
        <translation>1 Nachricht hinaus</translation>
    </message>
    <message>
        <source>%1 messages out</source>
        <translation>%1 Nachrichten hinaus</translation>
    </message>
    <message>
        <source>1 message in</source>
        <translation>1 Nachricht herein</translation>
    </message>
    <message>
        <source>%1 messages in</source>
        <translation>%1 Nachrichten herein</translation>
    </message>
    <message>
        <source>%1, %2 octets over %3</source>
        <translation>%1, %2 Oktette über %3</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>%1 over 1300, where RFC 3261 18.1.1 wants TCP</source>
        <translation>%1 über 1300, wofür RFC 3261 18.1.1 TCP verlangt</translation>
    </message>
    <message>
        <source>%1 below 1300 (RFC 3261 18.1.1)</source>
        <translation>%1 unter 1300 (RFC 3261 18.1.1)</translation>
    </message>
    <message>
        <source>one IP packet of %1 octets at an MTU of %2</source>
        <translation>ein IP-Paket von %1 Oktetten bei einer MTU von %2</translation>
    </message>
    <message>
        <source>%1 IP fragments at an MTU of %2</source>
        <translation>%1 IP-Fragmente bei einer MTU von %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, not yet valid</source>
        <translation>%1, noch nicht gültig</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>%1, ended %2 ago</source>
        <translation>%1, seit %2 abgelaufen</translation>
    </message>
    <message>
        <source>%1 %2 octets</source>
        <translation>%1 %2 Oktette</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <translation>Versuch %1: %2</translation>
    </message>
    <message>
        <source>%1 to %2:%3</source>
        <translation>%1 an %2:%3</translation>
    </message>
    <message>
        <source>copy %1/%2</source>
        <translation>Kopie %1/%2</translation>
    </message>
    <message>
        <source>copy %1</source>
        <translation>Kopie %1</translation>
    </message>
    <message>
        <source>in %1 packets of at most %2</source>
        <translation>in %1 Paketen zu höchstens %2</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>stray</source>
        <translation>gehört zu nichts</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>reported by %1</source>
        <translation>gemeldet von %1</translation>
    </message>
    <message>
        <source>dialog: %1</source>
        <translation>Dialog: %1</translation>
    </message>
    <message>
        <source>dialog: target refreshed</source>
        <translation>Dialog: Ziel aufgefrischt</translation>
    </message>
    <message>
        <source>dialog: %1 to %2</source>
        <translation>Dialog: %1 nach %2</translation>
    </message>
    <message>
        <source>target %1 (%2)</source>
        <translation>Ziel %1 (%2)</translation>
    </message>
    <message>
        <source>Session: %1</source>
        <translation>Sitzung: %1</translation>
    </message>
    <message>
        <source>offered by us</source>
        <translation>Offer von uns</translation>
    </message>
    <message>
        <source>offered by the peer</source>
        <translation>Offer von der Gegenstelle</translation>
    </message>
    <message>
        <source>Credentials sent unasked</source>
        <translation>Zugangsdaten unaufgefordert gesendet</translation>
    </message>
    <message>
        <source>Challenge answered</source>
        <translation>Challenge beantwortet</translation>
    </message>
    <message>
        <source>Challenge not answered</source>
        <translation>Challenge nicht beantwortet</translation>
    </message>
    <message>
        <source>asking for %1</source>
        <translation>Frage nach %1</translation>
    </message>
    <message>
        <source>the servers of this system</source>
        <translation>die Server dieses Systems</translation>
    </message>
    <message>
        <source>a challenge that cannot be read</source>
        <translation>eine Challenge, die nicht lesbar ist</translation>
    </message>
    <message>
        <source>%1 for realm &quot;%2&quot;</source>
        <translation>%1 für Realm „%2“</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>stale</translation>
    </message>
    <message>
        <source>with %1 answer as %2</source>
        <translation>mit %1-Antwort als %2</translation>
    </message>
    <message>
        <source>with %1 answer</source>
        <translation>mit %1-Antwort</translation>
    </message>
    <message>
        <source>initial</source>
        <translation>erste Anfrage</translation>
    </message>
    <message>
        <source>challenge</source>
        <translation>Challenge</translation>
    </message>
    <message>
        <source>without credentials</source>
        <translation>ohne Zugangsdaten</translation>
    </message>
    <message>
        <source>redirect</source>
        <translation>Umleitung</translation>
    </message>
    <message>
        <source>failover</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>back to udp</source>
        <translation>zurück zu UDP</translation>
    </message>
    <message>
        <source>new flow</source>
        <translation>neuer Flow</translation>
    </message>
    <message>
        <source>session interval</source>
        <translation>Session-Intervall</translation>
    </message>
    <message>
        <source>min expires</source>
        <translation>Min-Expires</translation>
    </message>
    <message>
        <source>glare</source>
        <translation>Glare</translation>
    </message>
    <message>
        <source>next</source>
        <translation>Folgeanfrage</translation>
    </message>
    <message>
        <source>refresh</source>
        <translation>Auffrischung</translation>
    </message>
    <message>
        <source>session refresh</source>
        <translation>Auffrischung der Sitzung</translation>
    </message>
    <message>
        <source>resubscribe</source>
        <translation>neue Subscription</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>unsubscribe</source>
        <translation>Ende der Subscription</translation>
    </message>
    <message>
        <source>Ring limit started</source>
        <translation>Klingelgrenze gestartet</translation>
    </message>
    <message>
        <source>Ring limit stopped</source>
        <translation>Klingelgrenze gestoppt</translation>
    </message>
    <message>
        <source>Ring limit reached</source>
        <translation>Klingelgrenze erreicht</translation>
    </message>
    <message>
        <source>Session refresh started</source>
        <translation>Sitzungsauffrischung gestartet</translation>
    </message>
    <message>
        <source>Session refresh stopped</source>
        <translation>Sitzungsauffrischung gestoppt</translation>
    </message>
    <message>
        <source>Session refresh due</source>
        <translation>Sitzungsauffrischung fällig</translation>
    </message>
    <message>
        <source>Session limit started</source>
        <translation>Sitzungsgrenze gestartet</translation>
    </message>
    <message>
        <source>Session limit stopped</source>
        <translation>Sitzungsgrenze gestoppt</translation>
    </message>
    <message>
        <source>Session limit reached</source>
        <translation>Sitzungsgrenze erreicht</translation>
    </message>
    <message>
        <source>Refresh started</source>
        <translation>Auffrischung gestartet</translation>
    </message>
    <message>
        <source>Refresh stopped</source>
        <translation>Auffrischung gestoppt</translation>
    </message>
    <message>
        <source>Refresh due</source>
        <translation>Auffrischung fällig</translation>
    </message>
    <message>
        <source>Wait after 491 started</source>
        <translation>Wartezeit nach 491 gestartet</translation>
    </message>
    <message>
        <source>Wait after 491 stopped</source>
        <translation>Wartezeit nach 491 gestoppt</translation>
    </message>
    <message>
        <source>Wait after 491 over</source>
        <translation>Wartezeit nach 491 vorbei</translation>
    </message>
    <message>
        <source>Wait after CANCEL started</source>
        <translation>Wartezeit nach CANCEL gestartet</translation>
    </message>
    <message>
        <source>Wait after CANCEL stopped</source>
        <translation>Wartezeit nach CANCEL gestoppt</translation>
    </message>
    <message>
        <source>Wait after CANCEL over</source>
        <translation>Wartezeit nach CANCEL vorbei</translation>
    </message>
    <message>
        <source>Timer %1 started</source>
        <translation>Timer %1 gestartet</translation>
    </message>
    <message>
        <source>Timer %1 stopped</source>
        <translation>Timer %1 gestoppt</translation>
    </message>
    <message>
        <source>Timer %1 fired</source>
        <translation>Timer %1 abgelaufen</translation>
    </message>
    <message>
        <source>%1 octets that are not SIP</source>
        <translation>%1 Oktette, die kein SIP sind</translation>
    </message>
    <message>
        <source>not SIP: %1</source>
        <translation>kein SIP: %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>%1 octets</source>
        <translation>%1 Oktette</translation>
    </message>
    <message>
        <source>no answer yet: the same bytes go out again</source>
        <translation>noch keine Antwort: dieselben Bytes gehen erneut hinaus</translation>
    </message>
    <message>
        <source>no final answer within 64*T1: giving up</source>
        <translation>keine endgültige Antwort innerhalb von 64*T1: aufgegeben</translation>
    </message>
    <message>
        <source>no ACK yet: the response goes out again</source>
        <translation>noch kein ACK: die Antwort geht erneut hinaus</translation>
    </message>
    <message>
        <source>no ACK within 64*T1</source>
        <translation>kein ACK innerhalb von 64*T1</translation>
    </message>
    <message>
        <source>2xx can no longer be repeated</source>
        <translation>2xx kann nicht mehr wiederholt werden</translation>
    </message>
    <message>
        <source>no further 2xx is expected</source>
        <translation>kein weiteres 2xx wird erwartet</translation>
    </message>
    <message>
        <source>no NOTIFY within 64*T1</source>
        <translation>kein NOTIFY innerhalb von 64*T1</translation>
    </message>
    <message>
        <source>nothing late came: the transaction is over</source>
        <translation>nichts Verspätetes kam: die Transaktion ist beendet</translation>
    </message>
    <message>
        <source>no final answer while ringing: cancelling</source>
        <translation>keine endgültige Antwort während des Klingelns: CANCEL folgt</translation>
    </message>
    <message>
        <source>half of the session interval is over (RFC 4028 10)</source>
        <translation>die Hälfte des Session-Intervalls ist um (RFC 4028 10)</translation>
    </message>
    <message>
        <source>no refresh in time (RFC 4028 10)</source>
        <translation>keine rechtzeitige Auffrischung (RFC 4028 10)</translation>
    </message>
    <message>
        <source>the change goes out again (RFC 3261 14.1)</source>
        <translation>die Änderung geht erneut hinaus (RFC 3261 14.1)</translation>
    </message>
    <message>
        <source>no final answer after CANCEL within 64*T1 (RFC 3261 9.1)</source>
        <translation>keine endgültige Antwort nach CANCEL innerhalb von 64*T1 (RFC 3261 9.1)</translation>
    </message>
    <message>
        <source>%1 connecting%2</source>
        <translation>%1-Verbindung wird aufgebaut%2</translation>
    </message>
    <message>
        <source>%1 connected%2</source>
        <translation>%1 verbunden%2</translation>
    </message>
    <message>
        <source>%1 connection used again%2</source>
        <translation>%1-Verbindung wiederverwendet%2</translation>
    </message>
    <message>
        <source>%1 connection failed%2</source>
        <translation>%1-Verbindung gescheitert%2</translation>
    </message>
    <message>
        <source>%1 connection reset by the peer%2</source>
        <translation>%1-Verbindung von der Gegenstelle zurückgesetzt%2</translation>
    </message>
    <message>
        <source>%1 connection closed by the peer%2</source>
        <translation>%1-Verbindung von der Gegenstelle geschlossen%2</translation>
    </message>
    <message>
        <source>%1 connection closed by us%2</source>
        <translation>%1-Verbindung von uns geschlossen%2</translation>
    </message>
    <message>
        <source>%1 connection accepted%2</source>
        <translation>%1-Verbindung angenommen%2</translation>
    </message>
    <message>
        <source>listening on %1 (%2)</source>
        <translation>lauscht auf %1 (%2)</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>vertrauenswürdig</translation>
    </message>
    <message>
        <source>trusted by pin</source>
        <translation>vertraut, weil angeheftet</translation>
    </message>
    <message>
        <source>not trusted, used by choice</source>
        <translation>nicht vertrauenswürdig, trotzdem benutzt</translation>
    </message>
    <message>
        <source>not asked for a certificate</source>
        <translation>nicht nach einem Zertifikat gefragt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>TLS refused by us%1</source>
        <translation>TLS von uns abgelehnt%1</translation>
    </message>
    <message>
        <source>TLS handshake failed%1</source>
        <translation>TLS-Handshake gescheitert%1</translation>
    </message>
    <message>
        <source>%1 agreed%2</source>
        <translation>%1 ausgehandelt%2</translation>
    </message>
    <message>
        <source>NOT TRUSTED, used all the same by choice</source>
        <translation>NICHT VERTRAUENSWÜRDIG, wie gewählt trotzdem benutzt</translation>
    </message>
    <message>
        <source>trusted because it was pinned</source>
        <translation>vertraut, weil angeheftet</translation>
    </message>
    <message>
        <source>alert sent: %1</source>
        <translation>Alert gesendet: %1</translation>
    </message>
    <message>
        <source>certificate of %1 by %2 until %3, %4</source>
        <translation>Zertifikat von %1, ausgestellt von %2, bis %3, %4</translation>
    </message>
    <message>
        <source>chain of %1</source>
        <translation>Kette von %1</translation>
    </message>
    <message>
        <source>our certificate was asked for and shown</source>
        <translation>unser Zertifikat wurde verlangt und gezeigt</translation>
    </message>
    <message>
        <source>our certificate was asked for, there is none</source>
        <translation>unser Zertifikat wurde verlangt, es gibt keines</translation>
    </message>
    <message>
        <source>way through the proxy asked for%1</source>
        <translation>Weg durch den Proxy verlangt%1</translation>
    </message>
    <message>
        <source>way through the proxy open%1</source>
        <translation>Weg durch den Proxy offen%1</translation>
    </message>
    <message>
        <source>way through the proxy failed%1</source>
        <translation>Weg durch den Proxy gescheitert%1</translation>
    </message>
    <message>
        <source>WebSocket handshake failed%1</source>
        <translation>WebSocket-Handshake gescheitert%1</translation>
    </message>
    <message>
        <source>WebSocket asked for by the peer%1</source>
        <translation>WebSocket von der Gegenstelle verlangt%1</translation>
    </message>
    <message>
        <source>WebSocket asked for%1</source>
        <translation>WebSocket verlangt%1</translation>
    </message>
    <message>
        <source>WebSocket open%1</source>
        <translation>WebSocket offen%1</translation>
    </message>
    <message>
        <source>WebSocket refused%1</source>
        <translation>WebSocket abgelehnt%1</translation>
    </message>
    <message>
        <source>WebSocket refused by us%1</source>
        <translation>WebSocket von uns abgelehnt%1</translation>
    </message>
    <message>
        <source>subprotocol %1</source>
        <translation>Subprotokoll %1</translation>
    </message>
    <message>
        <source>subprotocol %1 offered</source>
        <translation>Subprotokoll %1 angeboten</translation>
    </message>
    <message>
        <source>WebSocket Close from the peer: %1%2</source>
        <translation>WebSocket-Close der Gegenstelle: %1%2</translation>
    </message>
    <message>
        <source>WebSocket Close sent: %1%2</source>
        <translation>WebSocket-Close gesendet: %1%2</translation>
    </message>
    <message>
        <source>keep-alive</source>
        <translation>Keep-Alive</translation>
    </message>
    <message>
        <source>keep-alive not answered</source>
        <translation>Keep-Alive nicht beantwortet</translation>
    </message>
    <message>
        <source>keep-alive answered: another flow by now</source>
        <translation>Keep-Alive beantwortet: inzwischen ein anderer Flow</translation>
    </message>
    <message>
        <source>keep-alive answered</source>
        <translation>Keep-Alive beantwortet</translation>
    </message>
    <message>
        <source>we are seen at %1</source>
        <translation>wir erscheinen unter %1</translation>
    </message>
    <message>
        <source>the peer is seen at %1</source>
        <translation>die Gegenstelle erscheint unter %1</translation>
    </message>
    <message>
        <source>INVITE client transaction</source>
        <translation>INVITE-Client-Transaktion</translation>
    </message>
    <message>
        <source>client transaction</source>
        <translation>Client-Transaktion</translation>
    </message>
    <message>
        <source>INVITE server transaction</source>
        <translation>INVITE-Server-Transaktion</translation>
    </message>
    <message>
        <source>server transaction</source>
        <translation>Server-Transaktion</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>Subscription</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: %2 nach %3</translation>
    </message>
    <message>
        <source>ICMP network unreachable</source>
        <translation>ICMP: Netz nicht erreichbar</translation>
    </message>
    <message>
        <source>ICMP host unreachable</source>
        <translation>ICMP: Host nicht erreichbar</translation>
    </message>
    <message>
        <source>ICMP protocol unreachable</source>
        <translation>ICMP: Protokoll nicht erreichbar</translation>
    </message>
    <message>
        <source>ICMP port unreachable</source>
        <translation>ICMP: Port nicht erreichbar</translation>
    </message>
    <message>
        <source>ICMP fragmentation needed</source>
        <translation>ICMP: Fragmentierung nötig</translation>
    </message>
    <message>
        <source>ICMP prohibited by a filter</source>
        <translation>ICMP: von einem Filter untersagt</translation>
    </message>
    <message>
        <source>ICMP destination unreachable, code %1</source>
        <translation>ICMP: Ziel nicht erreichbar, Code %1</translation>
    </message>
    <message>
        <source>ICMPv6 no route</source>
        <translation>ICMPv6: keine Route</translation>
    </message>
    <message>
        <source>ICMPv6 prohibited by a filter</source>
        <translation>ICMPv6: von einem Filter untersagt</translation>
    </message>
    <message>
        <source>ICMPv6 address unreachable</source>
        <translation>ICMPv6: Adresse nicht erreichbar</translation>
    </message>
    <message>
        <source>ICMPv6 port unreachable</source>
        <translation>ICMPv6: Port nicht erreichbar</translation>
    </message>
    <message>
        <source>ICMPv6 destination unreachable, code %1</source>
        <translation>ICMPv6: Ziel nicht erreichbar, Code %1</translation>
    </message>
    <message>
        <source>ICMP error</source>
        <translation>ICMP-Fehler</translation>
    </message>
    <message>
        <source>ICMP type %1, code %2</source>
        <translation>ICMP-Typ %1, Code %2</translation>
    </message>
    <message>
        <source>expected an authentication scheme</source>
        <translation>ein Authentifizierungsschema wird erwartet</translation>
    </message>
    <message>
        <source>expected name=value</source>
        <translation>Name=Wert wird erwartet</translation>
    </message>
    <message>
        <source>expected a number from 0 to %1</source>
        <translation>eine Zahl von 0 bis %1 wird erwartet</translation>
    </message>
    <message>
        <source>a comma where one value was expected</source>
        <translation>ein Komma, wo ein einziger Wert erwartet wird</translation>
    </message>
    <message>
        <source>the value is empty</source>
        <translation>der Wert ist leer</translation>
    </message>
    <message>
        <source>the Request-URI of a REGISTER is the registrar&apos;s domain, without a user</source>
        <translation>die Request-URI eines REGISTER ist die Domain des Registrars, ohne Benutzer</translation>
    </message>
    <message>
        <source>the To of a REGISTER should be a sip or sips URI</source>
        <translation>das To eines REGISTER soll eine sip- oder sips-URI sein</translation>
    </message>
    <message>
        <source>the CSeq number must be below 2147483648</source>
        <translation>die CSeq-Nummer muss unter 2147483648 liegen</translation>
    </message>
    <message>
        <source>CSeq names the method %1, the request line %2</source>
        <translation>CSeq nennt die Methode %1, die Request-Zeile %2</translation>
    </message>
    <message>
        <source>the branch is only the cookie z9hG4bK, which identifies no transaction</source>
        <translation>der Branch besteht nur aus dem Cookie z9hG4bK und bezeichnet keine Transaktion</translation>
    </message>
    <message>
        <source>the top Via has no branch: the peer is older than RFC 3261</source>
        <translation>das oberste Via hat keinen Branch: die Gegenstelle ist älter als RFC 3261</translation>
    </message>
    <message>
        <source>the branch does not begin with z9hG4bK: the peer is older than RFC 3261</source>
        <translation>der Branch beginnt nicht mit z9hG4bK: die Gegenstelle ist älter als RFC 3261</translation>
    </message>
    <message>
        <source>Contact is missing; %1 must have exactly one</source>
        <translation>Contact fehlt; %1 muss genau einen haben</translation>
    </message>
    <message>
        <source>%1 must have exactly one Contact</source>
        <translation>%1 muss genau einen Contact haben</translation>
    </message>
    <message>
        <source>the request goes to a sips URI, so its Contact must be a sips URI</source>
        <translation>die Anfrage geht an eine sips-URI, ihr Contact muss also eine sips-URI sein</translation>
    </message>
    <message>
        <source>a sips address should be registered with a sips Contact</source>
        <translation>eine sips-Adresse soll mit einem sips-Contact registriert werden</translation>
    </message>
    <message>
        <source>Contact: * stands alone in a REGISTER with Expires: 0, and nowhere else</source>
        <translation>Contact: * steht allein in einem REGISTER mit Expires: 0, sonst nirgends</translation>
    </message>
    <message>
        <source>the Request-URI must not be in angle brackets</source>
        <translation>die Request-URI darf nicht in spitzen Klammern stehen</translation>
    </message>
    <message>
        <source>a Request-URI must not have headers</source>
        <translation>eine Request-URI darf keine Header haben</translation>
    </message>
    <message>
        <source>a Request-URI must not have a method parameter</source>
        <translation>eine Request-URI darf keinen method-Parameter haben</translation>
    </message>
    <message>
        <source>From has no tag</source>
        <translation>From hat kein Tag</translation>
    </message>
    <message>
        <source>To has no tag; every response but 100 should have one</source>
        <translation>To hat kein Tag; jede Antwort außer 100 soll eines haben</translation>
    </message>
    <message>
        <source>Content-Type is missing; a body must have one</source>
        <translation>Content-Type fehlt; zu einem Body gehört er</translation>
    </message>
    <message>
        <source>%1 is missing; %2 must have it</source>
        <translation>%1 fehlt; das gehört in %2</translation>
    </message>
    <message>
        <source>every response</source>
        <translation>jede Antwort</translation>
    </message>
    <message>
        <source>a %1 response</source>
        <translation>eine Antwort %1</translation>
    </message>
    <message>
        <source>a reliable provisional response</source>
        <translation>eine zuverlässige vorläufige Antwort</translation>
    </message>
    <message>
        <source>a 2xx response to %1</source>
        <translation>eine 2xx-Antwort auf %1</translation>
    </message>
    <message>
        <source>a CANCEL must not have Require</source>
        <translation>ein CANCEL darf kein Require haben</translation>
    </message>
    <message>
        <source>a CANCEL must not have Proxy-Require</source>
        <translation>ein CANCEL darf kein Proxy-Require haben</translation>
    </message>
    <message>
        <source>a CANCEL goes one hop and has exactly one Via value</source>
        <translation>ein CANCEL geht nur einen Hop weit und hat genau einen Via-Wert</translation>
    </message>
    <message>
        <source>every request</source>
        <translation>jede Anfrage</translation>
    </message>
    <message>
        <source>a MESSAGE makes no dialog and must not have Contact</source>
        <translation>ein MESSAGE begründet keinen Dialog und darf keinen Contact haben</translation>
    </message>
    <message>
        <source>a MESSAGE with Expires should have Date, so that its age can be told</source>
        <translation>ein MESSAGE mit Expires soll Date haben, damit sein Alter erkennbar ist</translation>
    </message>
    <message>
        <source>an INFO must not have Recv-Info; what is taken is said when the call begins</source>
        <translation>ein INFO darf kein Recv-Info haben; was angenommen wird, sagt der Gesprächsbeginn</translation>
    </message>
    <message>
        <source>a first PUBLISH carries a body; without one it needs SIP-If-Match</source>
        <translation>ein erstes PUBLISH trägt einen Body; ohne ihn braucht es SIP-If-Match</translation>
    </message>
    <message>
        <source>%1 stands more than once</source>
        <translation>%1 steht mehrfach da</translation>
    </message>
    <message>
        <source>%1 belongs into responses; in a request it is ignored</source>
        <translation>%1 gehört in Antworten; in einer Anfrage wird es ignoriert</translation>
    </message>
    <message>
        <source>%1 belongs into requests; in a response it is ignored</source>
        <translation>%1 gehört in Anfragen; in einer Antwort wird es ignoriert</translation>
    </message>
    <message>
        <source>an element of the list is empty</source>
        <translation>ein Element der Liste ist leer</translation>
    </message>
    <message>
        <source>expected a token</source>
        <translation>ein Token wird erwartet</translation>
    </message>
    <message>
        <source>something follows the value</source>
        <translation>nach dem Wert folgt noch etwas</translation>
    </message>
    <message>
        <source>expected a media type such as text/plain</source>
        <translation>ein Medientyp wie text/plain wird erwartet</translation>
    </message>
    <message>
        <source>this character cannot stand in a Call-ID</source>
        <translation>dieses Zeichen darf nicht in einer Call-ID stehen</translation>
    </message>
    <message>
        <source>expected a date such as Sat, 13 Nov 2010 23:29:00 GMT</source>
        <translation>ein Datum wie Sat, 13 Nov 2010 23:29:00 GMT wird erwartet</translation>
    </message>
    <message>
        <source>something follows the date</source>
        <translation>nach dem Datum folgt noch etwas</translation>
    </message>
    <message>
        <source>the URI must be in angle brackets</source>
        <translation>die URI muss in spitzen Klammern stehen</translation>
    </message>
    <message>
        <source>q is not a number from 0 to 1 with at most three decimals</source>
        <translation>q ist keine Zahl von 0 bis 1 mit höchstens drei Nachkommastellen</translation>
    </message>
    <message>
        <source>expires is not a number of seconds below 2^32</source>
        <translation>expires ist keine Anzahl Sekunden unter 2^32</translation>
    </message>
    <message>
        <source>a session interval below 90 seconds is not allowed</source>
        <translation>ein Session-Intervall unter 90 Sekunden ist nicht erlaubt</translation>
    </message>
    <message>
        <source>%1: the parameter %2 stands twice in one value</source>
        <translation>%1: der Parameter %2 steht zweimal in einem Wert</translation>
    </message>
    <message>
        <source>%1: several challenges in one row; each should have its own</source>
        <translation>%1: mehrere Challenges in einer Zeile; jede soll eine eigene haben</translation>
    </message>
    <message>
        <source>%1: a Digest challenge without %2</source>
        <translation>%1: eine Digest-Challenge ohne %2</translation>
    </message>
    <message>
        <source>%1: a parameter stands twice in one challenge</source>
        <translation>%1: ein Parameter steht zweimal in einer Challenge</translation>
    </message>
    <message>
        <source>Max-Forwards is 0: no proxy will pass this on</source>
        <translation>Max-Forwards ist 0: kein Proxy gibt das weiter</translation>
    </message>
    <message>
        <source>a display name with this character must be in quotes</source>
        <translation>ein Anzeigename mit diesem Zeichen muss in Anführungszeichen stehen</translation>
    </message>
    <message>
        <source>a URI that holds ? or , must be in angle brackets</source>
        <translation>eine URI mit ? oder , muss in spitzen Klammern stehen</translation>
    </message>
    <message>
        <source>the message is larger than 2 GiB and was not read</source>
        <translation>die Nachricht ist größer als 2 GiB und wurde nicht gelesen</translation>
    </message>
    <message>
        <source>the message has %1 header rows; those after the first %2 were not looked at</source>
        <translation>die Nachricht hat %1 Header-Zeilen; die nach den ersten %2 blieben unbeachtet</translation>
    </message>
    <message>
        <source>%1 lines end in LF alone; SIP lines end in CRLF</source>
        <translation>%1 Zeilen enden nur mit LF; SIP-Zeilen enden mit CRLF</translation>
    </message>
    <message>
        <source>the empty line after the header rows is missing</source>
        <translation>die Leerzeile nach den Header-Zeilen fehlt</translation>
    </message>
    <message>
        <source>a header row has no name before its colon</source>
        <translation>eine Header-Zeile hat keinen Namen vor dem Doppelpunkt</translation>
    </message>
    <message>
        <source>a header row has no colon</source>
        <translation>eine Header-Zeile hat keinen Doppelpunkt</translation>
    </message>
    <message>
        <source>Content-Length is not a number of octets: the body was taken to the end</source>
        <translation>Content-Length ist keine Anzahl Oktette: der Body wurde bis zum Ende genommen</translation>
    </message>
    <message>
        <source>two Content-Length rows differ: the body was taken to the end</source>
        <translation>zwei Content-Length-Zeilen widersprechen sich: der Body wurde bis zum Ende genommen</translation>
    </message>
    <message>
        <source>Content-Length is missing, which streams cannot do without</source>
        <translation>Content-Length fehlt, ohne das es in Streams nicht geht</translation>
    </message>
    <message>
        <source>Content-Length says %1 octets, but only %2 came</source>
        <translation>Content-Length sagt %1 Oktette, es kamen nur %2</translation>
    </message>
    <message>
        <source>%1 octets after the body were left out: Content-Length says %2</source>
        <translation>%1 Oktette nach dem Body blieben weg: Content-Length sagt %2</translation>
    </message>
    <message>
        <source>expected a semicolon</source>
        <translation>ein Semikolon wird erwartet</translation>
    </message>
    <message>
        <source>a parameter has no name</source>
        <translation>ein Parameter hat keinen Namen</translation>
    </message>
    <message>
        <source>a quoted string is not closed</source>
        <translation>ein String in Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a parameter has &apos;=&apos; but no value</source>
        <translation>ein Parameter hat „=“, aber keinen Wert</translation>
    </message>
    <message>
        <source>a quoted display name is not closed</source>
        <translation>ein Anzeigename in Anführungszeichen ist nicht geschlossen</translation>
    </message>
    <message>
        <source>a display name must be followed by &lt;</source>
        <translation>auf einen Anzeigenamen muss &lt; folgen</translation>
    </message>
    <message>
        <source>a quote inside a display name</source>
        <translation>ein Anführungszeichen mitten im Anzeigenamen</translation>
    </message>
    <message>
        <source>the angle bracket is not closed</source>
        <translation>die spitze Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>sent-protocol must read SIP/2.0/transport</source>
        <translation>sent-protocol muss SIP/2.0/Transport lauten</translation>
    </message>
    <message>
        <source>sent-by is missing</source>
        <translation>sent-by fehlt</translation>
    </message>
    <message>
        <source>the bracket of an IPv6 address is not closed</source>
        <translation>die Klammer einer IPv6-Adresse ist nicht geschlossen</translation>
    </message>
    <message>
        <source>sent-by has no host</source>
        <translation>sent-by hat keinen Host</translation>
    </message>
    <message>
        <source>the port of sent-by is not a number</source>
        <translation>der Port von sent-by ist keine Zahl</translation>
    </message>
    <message>
        <source>sent-by is followed by something that is no parameter</source>
        <translation>auf sent-by folgt etwas, das kein Parameter ist</translation>
    </message>
    <message>
        <source>the brackets must hold one IPv6 address</source>
        <translation>in den Klammern muss eine einzige IPv6-Adresse stehen</translation>
    </message>
    <message>
        <source>the URI has no host</source>
        <translation>die URI hat keinen Host</translation>
    </message>
    <message>
        <source>this character cannot begin a host</source>
        <translation>mit diesem Zeichen kann kein Host beginnen</translation>
    </message>
    <message>
        <source>this character cannot stand in a host</source>
        <translation>dieses Zeichen darf nicht in einem Host stehen</translation>
    </message>
    <message>
        <source>an IPv6 address must be in brackets</source>
        <translation>eine IPv6-Adresse muss in Klammern stehen</translation>
    </message>
    <message>
        <source>the URI is empty</source>
        <translation>die URI ist leer</translation>
    </message>
    <message>
        <source>white space or a control character inside the URI</source>
        <translation>Leerraum oder Steuerzeichen in der URI</translation>
    </message>
    <message>
        <source>the URI has no scheme</source>
        <translation>die URI hat kein Schema</translation>
    </message>
    <message>
        <source>this character cannot stand in a URI</source>
        <translation>dieses Zeichen darf nicht in einer URI stehen</translation>
    </message>
    <message>
        <source>% must be followed by two hexadecimal digits</source>
        <translation>auf % müssen zwei Hex-Ziffern folgen</translation>
    </message>
    <message>
        <source>there is nothing before the @</source>
        <translation>vor dem @ steht nichts</translation>
    </message>
    <message>
        <source>expected a number from 0 to 4294967295</source>
        <translation>eine Zahl von 0 bis 4294967295 wird erwartet</translation>
    </message>
    <message>
        <source>expected a method after the sequence number</source>
        <translation>nach der Sequenznummer wird eine Methode erwartet</translation>
    </message>
    <message>
        <source>something follows the method</source>
        <translation>nach der Methode folgt noch etwas</translation>
    </message>
    <message>
        <source>the protocol of a reason must be a token</source>
        <translation>das Protokoll eines Reason muss ein Token sein</translation>
    </message>
    <message>
        <source>the cause is not a number</source>
        <translation>die Ursache ist keine Zahl</translation>
    </message>
    <message>
        <source>the comment is not closed</source>
        <translation>der Kommentar ist nicht geschlossen</translation>
    </message>
    <message>
        <source>expected a comment or a parameter</source>
        <translation>ein Kommentar oder Parameter wird erwartet</translation>
    </message>
    <message>
        <source>the duration is not a number of seconds</source>
        <translation>die Dauer ist keine Anzahl Sekunden</translation>
    </message>
    <message>
        <source>a warning code has three digits</source>
        <translation>ein Warning-Code hat drei Ziffern</translation>
    </message>
    <message>
        <source>a warning needs an agent after its code</source>
        <translation>nach dem Code braucht ein Warning einen Agent</translation>
    </message>
    <message>
        <source>the text of a warning must be in quotes</source>
        <translation>der Text eines Warning muss in Anführungszeichen stehen</translation>
    </message>
    <message>
        <source>the state must be a token</source>
        <translation>der Zustand muss ein Token sein</translation>
    </message>
    <message>
        <source>expires and retry-after must be numbers of seconds</source>
        <translation>expires und retry-after müssen Sekunden angeben</translation>
    </message>
    <message>
        <source>expected one method after the two numbers</source>
        <translation>nach den beiden Zahlen wird eine Methode erwartet</translation>
    </message>
    <message>
        <source>line ends before the start line were skipped</source>
        <translation>Zeilenenden vor der Startzeile wurden übersprungen</translation>
    </message>
    <message>
        <source>the status code is not three digits</source>
        <translation>der Statuscode hat nicht drei Ziffern</translation>
    </message>
    <message>
        <source>the SIP version is not SIP/2.0</source>
        <translation>die SIP-Version ist nicht SIP/2.0</translation>
    </message>
    <message>
        <source>version and status code are not separated by one space</source>
        <translation>Version und Statuscode sind nicht durch genau ein Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>the status code %1 is outside 100..699</source>
        <translation>der Statuscode %1 liegt außerhalb von 100..699</translation>
    </message>
    <message>
        <source>the space after the status code is missing</source>
        <translation>das Leerzeichen nach dem Statuscode fehlt</translation>
    </message>
    <message>
        <source>the reason phrase holds characters outside its grammar</source>
        <translation>die Reason Phrase enthält Zeichen außerhalb ihrer Grammatik</translation>
    </message>
    <message>
        <source>there is no start line</source>
        <translation>es gibt keine Startzeile</translation>
    </message>
    <message>
        <source>the start line is neither a SIP request line nor a SIP status line</source>
        <translation>die Startzeile ist weder SIP-Request-Zeile noch SIP-Statuszeile</translation>
    </message>
    <message>
        <source>the request line has no Request-URI</source>
        <translation>die Request-Zeile hat keine Request-URI</translation>
    </message>
    <message>
        <source>the method is not a token</source>
        <translation>die Methode ist kein Token</translation>
    </message>
    <message>
        <source>white space inside the Request-URI</source>
        <translation>Leerraum in der Request-URI</translation>
    </message>
    <message>
        <source>the parts of the request line are not separated by single spaces</source>
        <translation>die Teile der Request-Zeile sind nicht durch je ein Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>no header end within %1 octets</source>
        <translation>kein Ende der Header innerhalb von %1 Oktetten</translation>
    </message>
    <message>
        <source>Content-Length is missing: nothing says where the message ends</source>
        <translation>Content-Length fehlt: nichts sagt, wo die Nachricht endet</translation>
    </message>
    <message>
        <source>two Content-Length rows differ</source>
        <translation>zwei Content-Length-Zeilen widersprechen sich</translation>
    </message>
    <message>
        <source>Content-Length is not a number of octets</source>
        <translation>Content-Length ist keine Anzahl Oktette</translation>
    </message>
    <message>
        <source>Content-Length says %1 octets; at most %2 are accepted</source>
        <translation>Content-Length sagt %1 Oktette; höchstens %2 werden angenommen</translation>
    </message>
    <message>
        <source>the protocol of Via is not SIP/2.0</source>
        <translation>das Protokoll im Via ist nicht SIP/2.0</translation>
    </message>
    <message>
        <source>Answers everything with success: REGISTER is kept, a call rings and is taken, BYE ends it.</source>
        <translation>Beantwortet alles mit Erfolg: REGISTER wird behalten, ein Anruf klingelt und wird angenommen, BYE beendet ihn.</translation>
    </message>
    <message>
        <source>Asks for a digest (401), checks it with its own arithmetic, and asks again after a wrong one. qop is auth, auth-int, both or none.</source>
        <translation>Verlangt einen Digest (401), rechnet ihn selbst nach und fragt nach einem falschen erneut. qop ist auth, auth-int, both oder none.</translation>
    </message>
    <message>
        <source>Asks for a digest and answers 403 to any wrong one.</source>
        <translation>Verlangt einen Digest und beantwortet jeden falschen mit 403.</translation>
    </message>
    <message>
        <source>Like auth, but answers 403 to a correct digest whose uri is not the Request-URI letter by letter.</source>
        <translation>Wie auth, aber mit 403 auf einen richtigen Digest, dessen uri nicht Zeichen für Zeichen die Request-URI ist.</translation>
    </message>
    <message>
        <source>Answers 403 at once, as a server does that knows its peers by address.</source>
        <translation>Antwortet sofort 403, wie ein Server, der seine Gegenstellen an der Adresse erkennt.</translation>
    </message>
    <message>
        <source>Reads everything and never answers.</source>
        <translation>Liest alles und antwortet nie.</translation>
    </message>
    <message>
        <source>Closes its ports: nothing listens there.</source>
        <translation>Schließt die Ports: Dort lauscht nichts.</translation>
    </message>
    <message>
        <source>Answers INVITE with 486 Busy Here, everything else as ok.</source>
        <translation>Beantwortet INVITE mit 486 Busy Here, alles andere wie ok.</translation>
    </message>
    <message>
        <source>Lets a call ring for that long (3000 ms) before it is taken; CANCEL ends it with 487.</source>
        <translation>Lässt einen Anruf so lange klingeln (3000 ms), bevor er angenommen wird; CANCEL beendet ihn mit 487.</translation>
    </message>
    <message>
        <source>Waits before the 180 of a call, and before the answer to anything else.</source>
        <translation>Wartet vor der 180 eines Anrufs und vor der Antwort auf alles andere.</translation>
    </message>
    <message>
        <source>Loses every UDP request larger than n octets, as a bad network path does.</source>
        <translation>Verliert jede UDP-Anfrage mit mehr als n Oktetten, wie ein schlechter Netzweg.</translation>
    </message>
    <message>
        <source>Refuses every request larger than n octets with 513, over every transport.</source>
        <translation>Lehnt jede Anfrage mit mehr als n Oktetten mit 513 ab, über jeden Transport.</translation>
    </message>
    <message>
        <source>Answers as if n proxies stood before it: each refuses with 483 when Max-Forwards is used up, and tells who it is.</source>
        <translation>Antwortet, als stünden n Proxys davor: Jeder lehnt mit 483 ab, wenn Max-Forwards verbraucht ist, und sagt, wer er ist.</translation>
    </message>
    <message>
        <source>Loses the first n copies of every UDP request, so that it must be sent again.</source>
        <translation>Verliert die ersten n Kopien jeder UDP-Anfrage, sodass sie wiederholt werden muss.</translation>
    </message>
    <message>
        <source>Puts a private address (192.168.77.5) into Contact and session description, as a server behind NAT does. The ACK and BYE of the caller go there: off this computer.</source>
        <translation>Setzt eine private Adresse (192.168.77.5) in Contact und Sitzungsbeschreibung, wie ein Server hinter NAT. ACK und BYE des Anrufers gehen dorthin: weg von diesem Rechner.</translation>
    </message>
    <message>
        <source>Answers as ok, and writes into the Via that it saw the request come from 203.0.113.77:40000, as a server does that is reached through a NAT.</source>
        <translation>Antwortet wie ok und schreibt ins Via, die Anfrage sei von 203.0.113.77:40000 gekommen, wie ein Server, der durch ein NAT erreicht wird.</translation>
    </message>
    <message>
        <source>Answers 302 with another address of its own, sip:moved@..., which then answers as ok.</source>
        <translation>Antwortet 302 mit einer weiteren eigenen Adresse, sip:moved@..., die dann wie ok antwortet.</translation>
    </message>
    <message>
        <source>Like auth, but calls the first right answer stale: the new nonce of that 401 is then good.</source>
        <translation>Wie auth, nennt aber die erste richtige Antwort stale: Die neue Nonce dieser 401 gilt dann.</translation>
    </message>
    <message>
        <source>Like auth, but asks as a proxy does, with 407.</source>
        <translation>Wie auth, fragt aber wie ein Proxy mit 407.</translation>
    </message>
    <message>
        <source>Takes a call and stays in it: hold, UPDATE, INFO, MESSAGE and REFER are answered. With a number it hangs up by itself after so many seconds.</source>
        <translation>Nimmt einen Anruf an und bleibt im Gespräch: Halten, UPDATE, INFO, MESSAGE und REFER werden beantwortet. Mit einer Zahl legt er nach so vielen Sekunden selbst auf.</translation>
    </message>
    <message>
        <source>Rings at n places at once (2 to 20 early dialogs) and is taken at two of them, as behind a forking proxy.</source>
        <translation>Klingelt an n Orten zugleich (2 bis 20 frühe Dialoge) und wird an zweien angenommen, wie hinter einem verzweigenden Proxy (Forking).</translation>
    </message>
    <message>
        <source>Rings reliably (RFC 3262): 183 and 180 are sent again until their PRACK; 421 to who does not know 100rel.</source>
        <translation>Klingelt zuverlässig (RFC 3262): 183 und 180 werden bis zu ihrem PRACK wiederholt; 421 an den, der 100rel nicht kennt.</translation>
    </message>
    <message>
        <source>Answers 183 with a session description before it rings, when the INVITE has one.</source>
        <translation>Antwortet vor dem Klingeln 183 mit einer Sitzungsbeschreibung, wenn das INVITE eine hat.</translation>
    </message>
    <message>
        <source>Rings for three minutes; a CANCEL crosses the 200: the call is there, and has to be hung up.</source>
        <translation>Klingelt drei Minuten; ein CANCEL kreuzt die 200: Das Gespräch steht und muss aufgelegt werden.</translation>
    </message>
    <message>
        <source>Takes a call and puts the caller on hold a second later, with a re-INVITE of its own.</source>
        <translation>Nimmt einen Anruf an und hält den Anrufer eine Sekunde später mit einem eigenen re-INVITE.</translation>
    </message>
    <message>
        <source>Answers REFER 202 and tells in three NOTIFYs of a call that is taken, as ok does too.</source>
        <translation>Beantwortet REFER mit 202 und meldet in drei NOTIFYs einen Anruf, der angenommen wird, wie auch ok.</translation>
    </message>
    <message>
        <source>SUBSCRIBE to presence, dialog, message-summary or reg gets its NOTIFY at once, with every change and at the end; PUBLISH with SIP-ETag is what watchers of presence are told, as in ok.</source>
        <translation>SUBSCRIBE auf presence, dialog, message-summary oder reg erhält sofort sein NOTIFY, dann bei jeder Änderung und am Ende; was ein PUBLISH mit SIP-ETag bringt, erfahren die Beobachter von presence, wie bei ok.</translation>
    </message>
    <message>
        <source>Limits the session to s seconds (90 at least, RFC 4028). uac: the caller refreshes, if it knows how, or is hung up on; uas: the server does.</source>
        <translation>Begrenzt die Sitzung auf s Sekunden (mindestens 90, RFC 4028). uac: der Anrufer frischt auf, wenn er es kann, sonst wird aufgelegt; uas: der Server.</translation>
    </message>
    <message>
        <source>Like auth, and every 200 brings the nonce for the next request (nextnonce); the old one is stale from then on.</source>
        <translation>Wie auth, und jede 200 bringt die Nonce für die nächste Anfrage (nextnonce); die alte ist von da an stale.</translation>
    </message>
    <message>
        <source>Asks for two digests in one 401, as a server and as a proxy whose realm is proxy.&lt;realm&gt;, and wants both in one request.</source>
        <translation>Verlangt zwei Digests in einer 401, als Server und als Proxy mit dem Realm proxy.&lt;realm&gt;, und will beide in einer Anfrage.</translation>
    </message>
    <message>
        <source>Asks for AKAv1-MD5 (or 2: AKAv2-MD5) with the K and OP of the account, and takes up the SQN a client sends with auts.</source>
        <translation>Verlangt AKAv1-MD5 (oder 2: AKAv2-MD5) mit K und OP des Kontos und übernimmt die SQN, die ein Client mit auts sendet.</translation>
    </message>
    <message>
        <source>Tells a client that registers with reg-id (RFC 5626) that it keeps the flow, and to ping it every s seconds at most.</source>
        <translation>Sagt einem Client, der sich mit reg-id registriert (RFC 5626), dass der Flow behalten wird und höchstens alle s Sekunden ein Ping nötig ist.</translation>
    </message>
    <message>
        <source>Answers as ok, but never a keep-alive: CRLF, WebSocket Ping and STUN are read, and that is all.</source>
        <translation>Antwortet wie ok, aber nie auf ein Keep-Alive: CRLF, WebSocket-Ping und STUN werden gelesen, mehr nicht.</translation>
    </message>
    <message>
        <source>Answers everything with that status, 200 to 699.</source>
        <translation>Beantwortet alles mit diesem Status, 200 bis 699.</translation>
    </message>
    <message>
        <source>%1 wants a number from %2 to %3, e.g. %4</source>
        <translation>%1 braucht eine Zahl von %2 bis %3, z. B. %4</translation>
    </message>
    <message>
        <source>who refreshes is uac (the caller) or uas (the server), e.g. %1</source>
        <translation>wer auffrischt, ist uac (der Anrufer) oder uas (der Server), z. B. %1</translation>
    </message>
    <message>
        <source>%1 wants an algorithm: MD5, SHA-256, SHA-512-256, each also with -sess, e.g. %2</source>
        <translation>%1 braucht einen Algorithmus: MD5, SHA-256, SHA-512-256, jeder auch mit -sess, z. B. %2</translation>
    </message>
    <message>
        <source>too many arguments, expected %1</source>
        <translation>zu viele Argumente, erwartet wird %1</translation>
    </message>
    <message>
        <source>%1 takes no argument</source>
        <translation>%1 nimmt kein Argument</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no behaviour of the practice server; known are: %2</source>
        <translation>„%1“ ist kein Verhalten des Übungsservers; bekannt sind: %2</translation>
    </message>
    <message>
        <source>%1 has its place in a dialog; outside of one it will be answered 481</source>
        <translation>%1 gehört in einen Dialog; außerhalb davon kommt als Antwort 481</translation>
    </message>
    <message>
        <source>To has a tag although no dialog is there yet; it will be answered 481</source>
        <translation>To hat ein Tag, obwohl noch kein Dialog besteht; als Antwort kommt 481</translation>
    </message>
    <message>
        <source>a MESSAGE outside a call must not be larger than 1300 octets, unless every hop is known to bear it (RFC 3428 8)</source>
        <translation>ein MESSAGE außerhalb eines Gesprächs darf nicht größer als 1300 Oktette sein, außer jeder Hop verträgt es bekanntermaßen (RFC 3428 8)</translation>
    </message>
    <message>
        <source>as set</source>
        <translation>wie eingestellt</translation>
    </message>
    <message>
        <source>as Flow-Timer asks</source>
        <translation>wie Flow-Timer es verlangt</translation>
    </message>
    <message>
        <source>as &quot;keep&quot; in our Via asks</source>
        <translation>wie „keep“ in unserem Via es verlangt</translation>
    </message>
    <message>
        <source>the registrar does outbound</source>
        <translation>der Registrar beherrscht outbound</translation>
    </message>
    <message>
        <source>this %1 has no Contact with a SIP URI: it does not say where to go</source>
        <translation>diese %1 hat keinen Contact mit einer SIP-URI: sie sagt nicht, wohin</translation>
    </message>
    <message>
        <source>this %1 leads only to where the request has been already</source>
        <translation>diese %1 führt nur dorthin, wo die Anfrage schon war</translation>
    </message>
    <message>
        <source>redirected to %1</source>
        <translation>umgeleitet an %1</translation>
    </message>
    <message>
        <source>a sips URI was asked for, and this one is not secure</source>
        <translation>verlangt war eine sips-URI, diese ist nicht sicher</translation>
    </message>
    <message>
        <source>this 422 has no Min-SE that could be read: it does not say how long a session has to be</source>
        <translation>diese 422 hat kein lesbares Min-SE: sie sagt nicht, wie lang eine Sitzung sein muss</translation>
    </message>
    <message>
        <source>422 although Session-Expires %1 is not below its Min-SE %2</source>
        <translation>422, obwohl Session-Expires %1 nicht unter ihrem Min-SE %2 liegt</translation>
    </message>
    <message>
        <source>again with Session-Expires %1, as the 422 asks</source>
        <translation>erneut mit Session-Expires %1, wie die 422 verlangt</translation>
    </message>
    <message>
        <source>this 423 has no Min-Expires that could be read: it does not say how long is long enough</source>
        <translation>diese 423 hat kein lesbares Min-Expires: sie sagt nicht, welche Dauer reicht</translation>
    </message>
    <message>
        <source>again with Expires %1, as the 423 asks</source>
        <translation>erneut mit Expires %1, wie die 423 verlangt</translation>
    </message>
    <message>
        <source>423 although the interval is not below its Min-Expires %1</source>
        <translation>423, obwohl das Intervall nicht unter ihrem Min-Expires %1 liegt</translation>
    </message>
    <message>
        <source>only what REGISTER and PUBLISH leave at a server can be kept; leave it out for %1</source>
        <translation>behalten wird nur, was REGISTER und PUBLISH bei einem Server hinterlassen; bei %1 weglassen</translation>
    </message>
    <message>
        <source>this REGISTER binds nothing that could be kept; give it a Contact</source>
        <translation>dieses REGISTER bindet nichts, das behalten werden könnte; einen Contact angeben</translation>
    </message>
    <message>
        <source>%1 needs its flow only while it is kept; it goes with keep-for</source>
        <translation>%1 braucht seinen Flow nur, solange es behalten wird; gehört zu keep-for</translation>
    </message>
    <message>
        <source>nothing of %1 lasts that would need its flow; leave it out</source>
        <translation>von %1 bleibt nichts, das seinen Flow brauchte; weglassen</translation>
    </message>
    <message>
        <source>bytes are sent as typed: write &quot;;keep&quot; into their Via instead</source>
        <translation>Bytes werden wie getippt gesendet: stattdessen „;keep“ in ihr Via schreiben</translation>
    </message>
    <message>
        <source>the request goes over %1 (%2); leave one of the two out</source>
        <translation>die Anfrage geht über %1 (%2); eins von beiden weglassen</translation>
    </message>
    <message>
        <source>only an INVITE rings; leave it out for %1</source>
        <translation>nur ein INVITE klingelt; bei %1 weglassen</translation>
    </message>
    <message>
        <source>only a call or a subscription can be hung up; leave it out for %1</source>
        <translation>auflegen lässt sich nur ein Gespräch oder eine Subscription; bei %1 weglassen</translation>
    </message>
    <message>
        <source>nothing is kept that could be removed or left; it goes with keep-for</source>
        <translation>nichts wird behalten, das entfernt oder belassen werden könnte; gehört zu keep-for</translation>
    </message>
    <message>
        <source>%1 makes no dialog in which anything could follow; leave it out</source>
        <translation>%1 begründet keinen Dialog, in dem etwas folgen könnte; weglassen</translation>
    </message>
    <message>
        <source>REGISTER takes calls only while it is kept; it goes with keep-for</source>
        <translation>REGISTER nimmt Anrufe nur an, solange es behalten wird; gehört zu keep-for</translation>
    </message>
    <message>
        <source>%1 makes no dialog in which the peer could ask; leave it out</source>
        <translation>%1 begründet keinen Dialog, in dem die Gegenstelle fragen könnte; weglassen</translation>
    </message>
    <message>
        <source>no binding is left</source>
        <translation>kein Binding ist übrig</translation>
    </message>
    <message>
        <source>1 binding</source>
        <translation>1 Binding</translation>
    </message>
    <message>
        <source>%1 bindings</source>
        <translation>%1 Bindings</translation>
    </message>
    <message>
        <source>the 200 has no Contact: the registrar does not say that it keeps our binding</source>
        <translation>die 200 hat keinen Contact: der Registrar sagt nicht, dass er unser Binding behält</translation>
    </message>
    <message>
        <source>our Contact is not among those of the 200: the registrar keeps other bindings</source>
        <translation>unser Contact ist nicht unter denen der 200: der Registrar behält andere Bindings</translation>
    </message>
    <message>
        <source>reached over this flow (outbound)</source>
        <translation>erreicht über diesen Flow (outbound)</translation>
    </message>
    <message>
        <source>no Require: outbound in the 200: the registrar does not keep the flow that reg-id names</source>
        <translation>kein Require: outbound in der 200: der Registrar behält den Flow nicht, den reg-id nennt</translation>
    </message>
    <message>
        <source>ours for %1 s</source>
        <translation>unseres für %1 s</translation>
    </message>
    <message>
        <source>the publication is removed</source>
        <translation>die Veröffentlichung ist entfernt</translation>
    </message>
    <message>
        <source>this 200 has no %1: the publication cannot be refreshed</source>
        <translation>diese 200 hat kein %1: die Veröffentlichung lässt sich nicht auffrischen</translation>
    </message>
    <message>
        <source>published for %1 s</source>
        <translation>veröffentlicht für %1 s</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no transport known here; use udp, tcp, tls, ws or wss</source>
        <translation>„%1“ ist kein hier bekannter Transport; udp, tcp, tls, ws oder wss benutzen</translation>
    </message>
    <message>
        <source>the target names no host; write e.g. udp:192.0.2.1:5060</source>
        <translation>das Ziel nennt keinen Host; z. B. udp:192.0.2.1:5060 schreiben</translation>
    </message>
    <message>
        <source>%1: a %2: URI does not say where to send; give a target, e.g. udp:192.0.2.1:5060</source>
        <translation>%1: eine %2:-URI sagt nicht, wohin gesendet wird; ein Ziel angeben, z. B. udp:192.0.2.1:5060</translation>
    </message>
    <message>
        <source>target of the request</source>
        <translation>Ziel der Anfrage</translation>
    </message>
    <message>
        <source>top Route</source>
        <translation>oberste Route</translation>
    </message>
    <message>
        <source>Request-URI (the top Route has no lr: a strict router, RFC 3261 8.1.2)</source>
        <translation>Request-URI (die oberste Route hat kein lr: ein Strict Router, RFC 3261 8.1.2)</translation>
    </message>
    <message>
        <source>%1: a sips URI means TLS, and %2 is something else; leave the transport out, or use a sip: URI</source>
        <translation>%1: eine sips-URI bedeutet TLS, und %2 ist etwas anderes; den Transport weglassen oder eine sip:-URI benutzen</translation>
    </message>
    <message>
        <source>sips: TLS (RFC 3261 26.2.2)</source>
        <translation>sips: TLS (RFC 3261 26.2.2)</translation>
    </message>
    <message>
        <source>%1 by the transport setting</source>
        <translation>%1 laut Transport-Einstellung</translation>
    </message>
    <message>
        <source>a name, looked up when it is sent (RFC 3263)</source>
        <translation>ein Name, wird beim Senden aufgelöst (RFC 3263)</translation>
    </message>
    <message>
        <source>no transport given and the host is an IP address: UDP (RFC 3263 4.1)</source>
        <translation>kein Transport angegeben, und der Host ist eine IP-Adresse: UDP (RFC 3263 4.1)</translation>
    </message>
    <message>
        <source>no port given: %1 (RFC 3263 4.2)</source>
        <translation>kein Port angegeben: %1 (RFC 3263 4.2)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no codec; write e.g. PCMA,opus/48000/2,&quot;telephone-event/8000 0-16&quot;</source>
        <translation>„%1“ ist kein Codec; z. B. PCMA,opus/48000/2,&quot;telephone-event/8000 0-16&quot; schreiben</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 steht zweimal da</translation>
    </message>
    <message>
        <source>more than 32 codecs without a payload type of their own</source>
        <translation>mehr als 32 Codecs ohne eigenen Payload-Typ</translation>
    </message>
    <message>
        <source>%1 is payload type %2 in the offer and %3 in the answer: each side sends the other&apos;s number</source>
        <translation>%1 ist Payload-Typ %2 im Offer und %3 in der Answer: jede Seite sendet die Nummer der anderen</translation>
    </message>
    <message>
        <source>no codec in common, and yet the answer takes the media</source>
        <translation>kein gemeinsamer Codec, und doch nimmt die Answer die Medien an</translation>
    </message>
    <message>
        <source>telephone-event was offered and not taken: DTMF has to go another way, e.g. by INFO</source>
        <translation>telephone-event war angeboten und wurde nicht genommen: DTMF muss einen anderen Weg gehen, z. B. per INFO</translation>
    </message>
    <message>
        <source>the offer has %1 here and the answer %2: m= lines keep their order</source>
        <translation>das Offer hat hier %1, die Answer %2: m=-Zeilen behalten ihre Reihenfolge</translation>
    </message>
    <message>
        <source>ptime is %1 ms in the offer and %2 ms in the answer</source>
        <translation>ptime ist %1 ms im Offer und %2 ms in der Answer</translation>
    </message>
    <message>
        <source>one side has an IPv4 address and the other IPv6: no media will flow</source>
        <translation>eine Seite hat eine IPv4-, die andere eine IPv6-Adresse: es werden keine Medien fließen</translation>
    </message>
    <message>
        <source>the answer gives the private address %1, which cannot be reached from outside</source>
        <translation>die Answer nennt die private Adresse %1, von außen nicht erreichbar</translation>
    </message>
    <message>
        <source>%1 is no answer to %2</source>
        <translation>%1 ist keine Answer auf %2</translation>
    </message>
    <message>
        <source>(line %1 of the offer: %2)</source>
        <translation>(Zeile %1 des Offers: %2)</translation>
    </message>
    <message>
        <source>(one of the lines %1 of the offer)</source>
        <translation>(eine der Zeilen %1 des Offers)</translation>
    </message>
    <message>
        <source>the peer does not know the network protocol of a c= line</source>
        <translation>die Gegenstelle kennt das Netzprotokoll einer c=-Zeile nicht</translation>
    </message>
    <message>
        <source>the peer does not know the address format of a c= line</source>
        <translation>die Gegenstelle kennt das Adressformat einer c=-Zeile nicht</translation>
    </message>
    <message>
        <source>the peer does not take the transport protocol of an m= line</source>
        <translation>die Gegenstelle nimmt das Transportprotokoll einer m=-Zeile nicht an</translation>
    </message>
    <message>
        <source>the peer does not take the unit of a b= line</source>
        <translation>die Gegenstelle nimmt die Einheit einer b=-Zeile nicht an</translation>
    </message>
    <message>
        <source>the peer does not take a kind of media</source>
        <translation>die Gegenstelle nimmt eine Medienart nicht an</translation>
    </message>
    <message>
        <source>the peer knows none of the codecs of an m= line</source>
        <translation>die Gegenstelle kennt keinen der Codecs einer m=-Zeile</translation>
    </message>
    <message>
        <source>the peer does not understand an attribute</source>
        <translation>die Gegenstelle versteht ein Attribut nicht</translation>
    </message>
    <message>
        <source>the peer does not understand a parameter of the description</source>
        <translation>die Gegenstelle versteht einen Parameter der Beschreibung nicht</translation>
    </message>
    <message>
        <source>multicast is not available where the peer is</source>
        <translation>Multicast gibt es bei der Gegenstelle nicht</translation>
    </message>
    <message>
        <source>unicast is not available where the peer is</source>
        <translation>Unicast gibt es bei der Gegenstelle nicht</translation>
    </message>
    <message>
        <source>the peer has not enough bandwidth</source>
        <translation>die Gegenstelle hat nicht genug Bandbreite</translation>
    </message>
    <message>
        <source>the peer cannot accept the offer</source>
        <translation>die Gegenstelle kann das Offer nicht annehmen</translation>
    </message>
    <message>
        <source>it says %1 &quot;%2&quot;</source>
        <translation>sie sagt %1 „%2“</translation>
    </message>
    <message>
        <source>offered, and missing in the answer</source>
        <translation>angeboten, fehlt in der Answer</translation>
    </message>
    <message>
        <source>answered, and never offered</source>
        <translation>beantwortet, nie angeboten</translation>
    </message>
    <message>
        <source>no codec</source>
        <translation>kein Codec</translation>
    </message>
    <message>
        <source>on hold by the one who offered</source>
        <translation>gehalten vom Anbietenden</translation>
    </message>
    <message>
        <source>on hold by the one who answered</source>
        <translation>gehalten vom Antwortenden</translation>
    </message>
    <message>
        <source>an answer has as many m= lines as its offer</source>
        <translation>eine Answer hat so viele m=-Zeilen wie ihr Offer</translation>
    </message>
    <message>
        <source>refused with the whole offer</source>
        <translation>mit dem ganzen Offer abgelehnt</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>nicht angenommen</translation>
    </message>
    <message>
        <source>the peer takes no %1</source>
        <translation>die Gegenstelle nimmt kein %1 an</translation>
    </message>
    <message>
        <source>none of the codecs is taken%1; the peer names %2</source>
        <translation>keiner der Codecs wird genommen%1; die Gegenstelle nennt %2</translation>
    </message>
    <message>
        <source>the peer says: %1</source>
        <translation>die Gegenstelle sagt: %1</translation>
    </message>
    <message>
        <source>no session was offered; the peer does not say what it cannot accept</source>
        <translation>keine Sitzung wurde angeboten; die Gegenstelle sagt nicht, was sie nicht annehmen kann</translation>
    </message>
    <message>
        <source>the peer does not say which line of the offer it cannot accept; offer fewer codecs and kinds of media to find out</source>
        <translation>die Gegenstelle sagt nicht, welche Zeile des Offers sie nicht annehmen kann; mit weniger Codecs und Medienarten lässt es sich herausfinden</translation>
    </message>
    <message>
        <source>the offer was never answered: this 2xx has no session description</source>
        <translation>das Offer wurde nie beantwortet: diese 2xx hat keine Sitzungsbeschreibung</translation>
    </message>
    <message>
        <source>the 2xx made an offer, and this ACK does not answer it</source>
        <translation>die 2xx machte ein Offer, und dieses ACK beantwortet es nicht</translation>
    </message>
    <message>
        <source>what is called a session description does not begin with v=: it is not looked at</source>
        <translation>was Sitzungsbeschreibung heißt, beginnt nicht mit v=: es bleibt unbeachtet</translation>
    </message>
    <message>
        <source>a preview of the answer: in a provisional response that is not reliable it agrees nothing yet</source>
        <translation>eine Vorschau der Answer: in einer nicht zuverlässigen vorläufigen Antwort vereinbart sie noch nichts</translation>
    </message>
    <message>
        <source>a second offer before the first was answered</source>
        <translation>ein zweites Offer, bevor das erste beantwortet war</translation>
    </message>
    <message>
        <source>an offer crosses the one that is out; 491 is the answer to it</source>
        <translation>ein Offer kreuzt das laufende; 491 ist die Antwort darauf</translation>
    </message>
    <message>
        <source>a session description where none is asked for</source>
        <translation>eine Sitzungsbeschreibung, wo keine verlangt ist</translation>
    </message>
    <message>
        <source>%1 m= lines were offered and %2 answered; an answer has as many as its offer</source>
        <translation>%1 m=-Zeilen wurden angeboten und %2 beantwortet; eine Answer hat so viele wie ihr Offer</translation>
    </message>
    <message>
        <source>the answer differs from the one shown in an earlier 1xx</source>
        <translation>die Answer weicht von der in einer früheren 1xx gezeigten ab</translation>
    </message>
    <message>
        <source>every media line of the offer has port 0</source>
        <translation>jede Medienzeile des Offers hat Port 0</translation>
    </message>
    <message>
        <source>no codec in common, line %1 of the offer</source>
        <translation>kein gemeinsamer Codec, Zeile %1 des Offers</translation>
    </message>
    <message>
        <source>no codec in common, lines %1 of the offer</source>
        <translation>kein gemeinsamer Codec, Zeilen %1 des Offers</translation>
    </message>
    <message>
        <source>the description is too long; what follows is not looked at</source>
        <translation>die Beschreibung ist zu lang; was folgt, bleibt unbeachtet</translation>
    </message>
    <message>
        <source>o= is &quot;user id version IN IP4 address&quot; with a version below 2^63</source>
        <translation>o= ist „Benutzer Id Version IN IP4 Adresse“ mit einer Version unter 2^63</translation>
    </message>
    <message>
        <source>c= is &quot;IN IP4 address&quot; or &quot;IN IP6 address&quot;</source>
        <translation>c= ist „IN IP4 Adresse“ oder „IN IP6 Adresse“</translation>
    </message>
    <message>
        <source>this is no line of SDP: a letter and &quot;=&quot; are missing</source>
        <translation>das ist keine SDP-Zeile: Buchstabe und „=“ fehlen</translation>
    </message>
    <message>
        <source>%1= is no line of SDP</source>
        <translation>%1= ist keine SDP-Zeile</translation>
    </message>
    <message>
        <source>no c= line says where this media goes</source>
        <translation>keine c=-Zeile sagt, wohin diese Medien gehen</translation>
    </message>
    <message>
        <source>m= is &quot;kind port protocol formats&quot;, e.g. audio 49170 RTP/AVP 0 8</source>
        <translation>m= ist „Art Port Protokoll Formate“, z. B. audio 49170 RTP/AVP 0 8</translation>
    </message>
    <message>
        <source>line %1 of the offer: this m= line cannot be read</source>
        <translation>Zeile %1 des Offers: diese m=-Zeile ist nicht lesbar</translation>
    </message>
    <message>
        <source>more lines than are looked at: at most %1 m= lines, %2 lines and 64 KiB</source>
        <translation>mehr Zeilen, als beachtet werden: höchstens %1 m=-Zeilen, %2 Zeilen und 64 KiB</translation>
    </message>
    <message>
        <source>write rfc, fast or e.g. t1=100ms,t2=1s,t4=5s</source>
        <translation>rfc, fast oder z. B. t1=100ms,t2=1s,t4=5s schreiben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no timer setting</source>
        <translation>„%1“ ist keine Timer-Einstellung</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time between 1 ms and 1 h</source>
        <translation>„%1“ ist keine Zeit zwischen 1 ms und 1 h</translation>
    </message>
    <message>
        <source>T1 (%1) is longer than T2 (%2)</source>
        <translation>T1 (%1) ist länger als T2 (%2)</translation>
    </message>
    <message>
        <source>response code %1</source>
        <translation>Antwortcode %1</translation>
    </message>
    <message>
        <source>the DNS server</source>
        <translation>der DNS-Server</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>no such record</source>
        <translation>kein solcher Eintrag</translation>
    </message>
    <message>
        <source>no such name (NXDOMAIN)</source>
        <translation>kein solcher Name (NXDOMAIN)</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>aliases (CNAME) that lead in a circle</source>
        <translation>Aliasse (CNAME), die im Kreis führen</translation>
    </message>
    <message>
        <source>an answer that cannot be used</source>
        <translation>eine unbrauchbare Antwort</translation>
    </message>
    <message>
        <source>no answer from %1</source>
        <translation>keine Antwort von %1</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 is no SIP status; they run from 100 to 699</source>
        <translation>%1 ist kein SIP-Status; die reichen von 100 bis 699</translation>
    </message>
    <message>
        <source>it carries %1 Via values; an answer that is for us carries one, ours</source>
        <translation>darin stehen %1 Via-Werte; eine Antwort an uns trägt nur einen, unseren</translation>
    </message>
    <message>
        <source>its CSeq cannot be read, so that its request cannot be found: %1</source>
        <translation>CSeq darin ist nicht lesbar, die zugehörige Anfrage daher nicht zu finden: %1</translation>
    </message>
    <message>
        <source>its Via cannot be read, so that its request cannot be found</source>
        <translation>Via darin ist nicht lesbar, die zugehörige Anfrage daher nicht zu finden</translation>
    </message>
    <message>
        <source>its Via names %1, we sent %2: it is not for us</source>
        <translation>Via darin nennt %1, gesendet wurde %2: die Antwort ist nicht für uns</translation>
    </message>
    <message>
        <source>Call-ID is %1, we sent %2</source>
        <translation>Call-ID ist %1, gesendet wurde %2</translation>
    </message>
    <message>
        <source>its CSeq, %1, has no number of 32 bits, we sent %2</source>
        <translation>CSeq, %1, hat keine Zahl mit 32 Bit, gesendet wurde %2</translation>
    </message>
    <message>
        <source>CSeq number is %1, we sent %2</source>
        <translation>CSeq-Nummer ist %1, gesendet wurde %2</translation>
    </message>
    <message>
        <source>From tag is %1, we sent %2</source>
        <translation>From-Tag ist %1, gesendet wurde %2</translation>
    </message>
    <message>
        <source>To tag is %1, we sent %2</source>
        <translation>To-Tag ist %1, gesendet wurde %2</translation>
    </message>
    <message>
        <source>taken as the answer because branch and method match</source>
        <translation>gilt als Antwort, weil Branch und Methode passen</translation>
    </message>
    <message>
        <source>its %1 cannot be read, so that it cannot be answered: %2</source>
        <translation>%1 darin ist nicht lesbar, daher nicht zu beantworten: %2</translation>
    </message>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>1xx from TU</source>
        <translation>1xx vom TU</translation>
    </message>
    <message>
        <source>2xx from TU</source>
        <translation>2xx vom TU</translation>
    </message>
    <message>
        <source>final from TU</source>
        <translation>endgültig vom TU</translation>
    </message>
    <message>
        <source>transport failure</source>
        <translation>Transportfehler</translation>
    </message>
    <message>
        <source>INVITE client</source>
        <translation>INVITE-Client</translation>
    </message>
    <message>
        <source>non-INVITE client</source>
        <translation>Nicht-INVITE-Client</translation>
    </message>
    <message>
        <source>INVITE server</source>
        <translation>INVITE-Server</translation>
    </message>
    <message>
        <source>non-INVITE server</source>
        <translation>Nicht-INVITE-Server</translation>
    </message>
    <message>
        <source>another request with the same branch and method is being sent: answers now go to that one</source>
        <translation>eine weitere Anfrage mit gleichem Branch und gleicher Methode wird gesendet: Antworten gehen nun an sie</translation>
    </message>
    <message>
        <source>a later request took over its branch; a branch must be unique for every request</source>
        <translation>eine spätere Anfrage hat den Branch übernommen; ein Branch muss für jede Anfrage eindeutig sein</translation>
    </message>
    <message>
        <source>this is no SIP message</source>
        <translation>das ist keine SIP-Nachricht</translation>
    </message>
    <message>
        <source>an ACK is never answered</source>
        <translation>ein ACK wird nie beantwortet</translation>
    </message>
    <message>
        <source>its CSeq names %1, our request with this branch is %2</source>
        <translation>CSeq darin nennt %1, unsere Anfrage mit diesem Branch ist %2</translation>
    </message>
    <message>
        <source>no request of ours has this branch and method</source>
        <translation>keine unserer Anfragen hat diesen Branch und diese Methode</translation>
    </message>
    <message>
        <source>its transaction has ended</source>
        <translation>die zugehörige Transaktion ist beendet</translation>
    </message>
    <message>
        <source>not expected in the state %1</source>
        <translation>im Zustand %1 nicht erwartet</translation>
    </message>
    <message>
        <source>nobody waits for it any more</source>
        <translation>niemand wartet mehr darauf</translation>
    </message>
    <message>
        <source>the final answer was never acknowledged</source>
        <translation>die endgültige Antwort wurde nie bestätigt</translation>
    </message>
    <message>
        <source>the answer could not be delivered</source>
        <translation>die Antwort war nicht zustellbar</translation>
    </message>
    <message>
        <source>an ACK for nothing: no answer of ours waits for one</source>
        <translation>ein ACK für nichts: keine Antwort von uns wartet auf eines</translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>nicht verstanden</translation>
    </message>
    <message>
        <source>%1 %2 bits</source>
        <translation>%1 %2 Bit</translation>
    </message>
    <message>
        <source>there is no certificate in it (PEM)</source>
        <translation>darin steht kein Zertifikat (PEM)</translation>
    </message>
    <message>
        <source>a certificate in it cannot be read</source>
        <translation>ein Zertifikat darin ist nicht lesbar</translation>
    </message>
    <message>
        <source>the peer speaks SIP there, and no WebSocket</source>
        <translation>die Gegenstelle spricht dort SIP, kein WebSocket</translation>
    </message>
    <message>
        <source>what the peer sent is no HTTP</source>
        <translation>was die Gegenstelle sendete, ist kein HTTP</translation>
    </message>
    <message>
        <source>the peer sent an HTTP head of more than %1 octets</source>
        <translation>die Gegenstelle sendete einen HTTP-Kopf von mehr als %1 Oktetten</translation>
    </message>
    <message>
        <source>the proxy is none: %1</source>
        <translation>der Proxy ist keiner: %1</translation>
    </message>
    <message>
        <source>the proxy refused the way to %1 with %2 %3</source>
        <translation>der Proxy hat den Weg zu %1 mit %2 %3 abgelehnt</translation>
    </message>
    <message>
        <source>no answer to our keep-alive: 7 STUN requests within 39.5 s</source>
        <translation>keine Antwort auf unser Keep-Alive: 7 STUN-Anfragen innerhalb von 39,5 s</translation>
    </message>
    <message>
        <source>no answer to our keep-alive within %1 s</source>
        <translation>keine Antwort auf unser Keep-Alive innerhalb von %1 s</translation>
    </message>
    <message>
        <source>the connection is gone already</source>
        <translation>die Verbindung ist schon weg</translation>
    </message>
    <message>
        <source>no route to %1</source>
        <translation>keine Route zu %1</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 stands in the certificate as %2</source>
        <translation>%1 steht im Zertifikat als %2</translation>
    </message>
    <message>
        <source>an address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>a DNS name among its alternative names</source>
        <translation>DNS-Name unter den alternativen Namen</translation>
    </message>
    <message>
        <source>the certificate names no IP address, so it cannot be for %1</source>
        <translation>das Zertifikat nennt keine IP-Adresse, kann also nicht für %1 sein</translation>
    </message>
    <message>
        <source>the certificate has no DNS name, so it cannot be for %1</source>
        <translation>das Zertifikat hat keinen DNS-Namen, kann also nicht für %1 sein</translation>
    </message>
    <message>
        <source>the certificate is for %1, not for %2</source>
        <translation>das Zertifikat ist für %1, nicht für %2</translation>
    </message>
    <message>
        <source>a SIP URI among its alternative names</source>
        <translation>SIP-URI unter den alternativen Namen</translation>
    </message>
    <message>
        <source>its common name, for want of alternative names</source>
        <translation>Common Name, da alternative Namen fehlen</translation>
    </message>
    <message>
        <source>%1 is an address the certificate names</source>
        <translation>%1 ist eine Adresse, die das Zertifikat nennt</translation>
    </message>
    <message>
        <source>the certificate names no IP address, so it cannot be for %1; it is for %2</source>
        <translation>das Zertifikat nennt keine IP-Adresse, kann also nicht für %1 sein; es ist für %2</translation>
    </message>
    <message>
        <source>the certificate is for the addresses %1, not for %2</source>
        <translation>das Zertifikat ist für die Adressen %1, nicht für %2</translation>
    </message>
    <message>
        <source>the certificate names no SIP domain, so it cannot be for %1</source>
        <translation>das Zertifikat nennt keine SIP-Domain, kann also nicht für %1 sein</translation>
    </message>
    <message>
        <source>(a * in a name counts for nothing in SIP, RFC 5922 7.2)</source>
        <translation>(ein * in einem Namen zählt in SIP nicht, RFC 5922 7.2)</translation>
    </message>
    <message>
        <source>(it stands among the DNS names, which count only where there is no SIP URI, RFC 5922 7.1)</source>
        <translation>(er steht unter den DNS-Namen, die nur ohne SIP-URI zählen, RFC 5922 7.1)</translation>
    </message>
    <message>
        <source>%1 does not read: %2 octets wait to be sent already</source>
        <translation>%1 liest nicht: %2 Oktette warten schon auf das Senden</translation>
    </message>
    <message>
        <source>closed, the stream from %1 cannot be cut into messages: %2</source>
        <translation>geschlossen, der Stream von %1 lässt sich nicht in Nachrichten teilen: %2</translation>
    </message>
    <message>
        <source>%1 without a Close of the WebSocket</source>
        <translation>%1, ohne Close des WebSocket</translation>
    </message>
    <message>
        <source>closed after %1 s without a message</source>
        <translation>geschlossen nach %1 s ohne Nachricht</translation>
    </message>
    <message>
        <source>the proxy reset the connection in the middle of the way through it</source>
        <translation>der Proxy hat die Verbindung mitten im Aufbau des Weges zurückgesetzt</translation>
    </message>
    <message>
        <source>the proxy closed the connection in the middle of the way through it</source>
        <translation>der Proxy hat die Verbindung mitten im Aufbau des Weges geschlossen</translation>
    </message>
    <message>
        <source>the proxy did not end the way through it within %1 s</source>
        <translation>der Proxy hat den Aufbau des Weges nicht innerhalb von %1 s beendet</translation>
    </message>
    <message>
        <source>the peer reset the connection in the middle of the TLS handshake</source>
        <translation>die Gegenstelle hat die Verbindung mitten im TLS-Handshake zurückgesetzt</translation>
    </message>
    <message>
        <source>the peer closed the connection in the middle of the TLS handshake</source>
        <translation>die Gegenstelle hat die Verbindung mitten im TLS-Handshake geschlossen</translation>
    </message>
    <message>
        <source>the peer did not end the TLS handshake within %1 s</source>
        <translation>die Gegenstelle hat den TLS-Handshake nicht innerhalb von %1 s beendet</translation>
    </message>
    <message>
        <source>the peer reset the connection in the middle of the WebSocket handshake</source>
        <translation>die Gegenstelle hat die Verbindung mitten im WebSocket-Handshake zurückgesetzt</translation>
    </message>
    <message>
        <source>the peer closed the connection in the middle of the WebSocket handshake</source>
        <translation>die Gegenstelle hat die Verbindung mitten im WebSocket-Handshake geschlossen</translation>
    </message>
    <message>
        <source>the peer did not end the WebSocket handshake within %1 s</source>
        <translation>die Gegenstelle hat den WebSocket-Handshake nicht innerhalb von %1 s beendet</translation>
    </message>
    <message>
        <source>%1 within %2 s</source>
        <translation>%1 innerhalb von %2 s</translation>
    </message>
    <message>
        <source>the keys of this TLS connection are written to %1: whoever reads it can read the connection</source>
        <translation>die Schlüssel dieser TLS-Verbindung werden nach %1 geschrieben: wer das liest, kann die Verbindung mitlesen</translation>
    </message>
    <message>
        <source>the peer does not read, %1 octets wait to be sent</source>
        <translation>die Gegenstelle liest nicht, %1 Oktette warten auf das Senden</translation>
    </message>
    <message>
        <source>the connection ended in the middle of this message</source>
        <translation>die Verbindung endete mitten in dieser Nachricht</translation>
    </message>
    <message>
        <source>the peer did not answer our Ping within %1 s</source>
        <translation>die Gegenstelle hat unser Ping nicht innerhalb von %1 s beantwortet</translation>
    </message>
    <message>
        <source>%1 connections are open already, no more are permitted</source>
        <translation>%1 Verbindungen sind schon offen, mehr sind nicht erlaubt</translation>
    </message>
    <message>
        <source>something stands behind its FINGERPRINT</source>
        <translation>nach dem FINGERPRINT steht noch etwas</translation>
    </message>
    <message>
        <source>it ends within an attribute</source>
        <translation>es endet mitten in einem Attribut</translation>
    </message>
    <message>
        <source>an attribute says that it has %1 octets, and %2 are left</source>
        <translation>ein Attribut gibt %1 Oktette an, übrig sind %2</translation>
    </message>
    <message>
        <source>its FINGERPRINT does not fit its octets</source>
        <translation>der FINGERPRINT passt nicht zu den Oktetten</translation>
    </message>
    <message>
        <source>its XOR-MAPPED-ADDRESS cannot be read</source>
        <translation>die XOR-MAPPED-ADDRESS ist nicht lesbar</translation>
    </message>
    <message>
        <source>its MAPPED-ADDRESS cannot be read</source>
        <translation>die MAPPED-ADDRESS ist nicht lesbar</translation>
    </message>
    <message>
        <source>its ERROR-CODE cannot be read</source>
        <translation>der ERROR-CODE ist nicht lesbar</translation>
    </message>
    <message>
        <source>it is no STUN: the magic cookie is missing</source>
        <translation>das ist kein STUN: das Magic Cookie fehlt</translation>
    </message>
    <message>
        <source>%1 octets are too few for STUN</source>
        <translation>%1 Oktette sind zu wenig für STUN</translation>
    </message>
    <message>
        <source>it says that %1 octets follow its head, and %2 do</source>
        <translation>nach dem Kopf sollen %1 Oktette folgen, es sind %2</translation>
    </message>
    <message>
        <source>it is STUN, but no Binding (type 0x%1)</source>
        <translation>das ist STUN, aber kein Binding (Typ 0x%1)</translation>
    </message>
    <message>
        <source>it names no mapped address</source>
        <translation>es nennt keine Mapped Address</translation>
    </message>
    <message>
        <source>it has no ERROR-CODE</source>
        <translation>es hat keinen ERROR-CODE</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>unbekannter Grund</translation>
    </message>
    <message>
        <source>%1 %2 cannot be used: %3</source>
        <translation>%1 %2 ist nicht verwendbar: %3</translation>
    </message>
    <message>
        <source>OpenSSL cannot do TLS here: %1</source>
        <translation>OpenSSL kann hier kein TLS: %1</translation>
    </message>
    <message>
        <source>the oldest TLS version is newer than the newest one</source>
        <translation>die älteste TLS-Version ist neuer als die neueste</translation>
    </message>
    <message>
        <source>the file of trusted CAs</source>
        <translation>die Datei der vertrauenswürdigen CAs</translation>
    </message>
    <message>
        <source>the certificate</source>
        <translation>das Zertifikat</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>der Schlüssel</translation>
    </message>
    <message>
        <source>it does not belong to the certificate in %1</source>
        <translation>er gehört nicht zum Zertifikat in %1</translation>
    </message>
    <message>
        <source>the key log</source>
        <translation>die Schlüsseldatei (Key Log)</translation>
    </message>
    <message>
        <source>the peer does not speak TLS there: what came is no TLS handshake</source>
        <translation>die Gegenstelle spricht dort kein TLS: was kam, ist kein TLS-Handshake</translation>
    </message>
    <message>
        <source>what came from the peer is no TLS any more</source>
        <translation>was von der Gegenstelle kam, ist kein TLS mehr</translation>
    </message>
    <message>
        <source>the peer does only TLS versions that are not offered here</source>
        <translation>die Gegenstelle kann nur TLS-Versionen, die hier nicht angeboten werden</translation>
    </message>
    <message>
        <source>the peer offers no cipher that can be used here</source>
        <translation>die Gegenstelle bietet kein Cipher an, das hier benutzbar ist</translation>
    </message>
    <message>
        <source>there is no certificate of ours to show</source>
        <translation>es gibt kein eigenes Zertifikat, das gezeigt werden könnte</translation>
    </message>
    <message>
        <source>the peer showed no certificate, and one is wanted here</source>
        <translation>die Gegenstelle zeigte kein Zertifikat, hier wird eines verlangt</translation>
    </message>
    <message>
        <source>the peer wants to negotiate anew, which is not done here</source>
        <translation>die Gegenstelle will neu aushandeln, das gibt es hier nicht</translation>
    </message>
    <message>
        <source>TLS failed: %1</source>
        <translation>TLS gescheitert: %1</translation>
    </message>
    <message>
        <source>the connection was cut</source>
        <translation>die Verbindung wurde abgebrochen</translation>
    </message>
    <message>
        <source>the peer ended TLS with the alert &quot;%1&quot;</source>
        <translation>die Gegenstelle beendete TLS mit dem Alert „%1“</translation>
    </message>
    <message>
        <source>the peer opened TLS to us, and there is no certificate of ours to show</source>
        <translation>die Gegenstelle öffnete TLS zu uns, und es gibt kein eigenes Zertifikat, das gezeigt werden könnte</translation>
    </message>
    <message>
        <source>the certificate is the one that was pinned</source>
        <translation>das Zertifikat ist das angeheftete</translation>
    </message>
    <message>
        <source>the certificate is not the one that was pinned, it has changed: SHA-256 %1, pinned was %2</source>
        <translation>das Zertifikat ist nicht das angeheftete, es hat sich geändert: SHA-256 %1, angeheftet war %2</translation>
    </message>
    <message>
        <source>of another certificate</source>
        <translation>zu einem anderen Zertifikat</translation>
    </message>
    <message>
        <source>the certificate was revoked, as the OCSP answer says that came with it</source>
        <translation>das Zertifikat wurde widerrufen, wie die mitgesendete OCSP-Antwort sagt</translation>
    </message>
    <message>
        <source>the OCSP answer that came with the certificate says &quot;%1&quot;</source>
        <translation>die mit dem Zertifikat gesendete OCSP-Antwort sagt „%1“</translation>
    </message>
    <message>
        <source>the certificate of %1</source>
        <translation>das Zertifikat von %1</translation>
    </message>
    <message>
        <source>the two sides have no way of doing TLS in common, or a certificate is missing</source>
        <translation>beide Seiten haben keine gemeinsame Art, TLS zu sprechen, oder ein Zertifikat fehlt</translation>
    </message>
    <message>
        <source>the peer does not do the TLS versions that were offered</source>
        <translation>die Gegenstelle kann die angebotenen TLS-Versionen nicht</translation>
    </message>
    <message>
        <source>the peer offers no version we do</source>
        <translation>die Gegenstelle bietet keine Version an, die wir können</translation>
    </message>
    <message>
        <source>the peer does not trust who signed our certificate</source>
        <translation>die Gegenstelle vertraut dem Aussteller unseres Zertifikats nicht</translation>
    </message>
    <message>
        <source>we do not trust who signed the certificate</source>
        <translation>wir vertrauen dem Aussteller des Zertifikats nicht</translation>
    </message>
    <message>
        <source>the peer does not take our certificate</source>
        <translation>die Gegenstelle nimmt unser Zertifikat nicht an</translation>
    </message>
    <message>
        <source>we do not take the certificate</source>
        <translation>wir nehmen das Zertifikat nicht an</translation>
    </message>
    <message>
        <source>our certificate has expired</source>
        <translation>unser Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>the certificate has expired</source>
        <translation>das Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>the peer wants a certificate of ours, and got none</source>
        <translation>die Gegenstelle verlangt ein Zertifikat von uns und bekam keines</translation>
    </message>
    <message>
        <source>no certificate was shown to us</source>
        <translation>uns wurde kein Zertifikat gezeigt</translation>
    </message>
    <message>
        <source>no certificate is there for the server name that was asked for</source>
        <translation>für den verlangten Servernamen gibt es kein Zertifikat</translation>
    </message>
    <message>
        <source>none of the protocols offered by ALPN is spoken</source>
        <translation>keines der mit ALPN angebotenen Protokolle wird gesprochen</translation>
    </message>
    <message>
        <source>what was offered is too weak</source>
        <translation>das Angebotene ist zu schwach</translation>
    </message>
    <message>
        <source>the peer has a problem of its own</source>
        <translation>die Gegenstelle hat ein eigenes Problem</translation>
    </message>
    <message>
        <source>the certificate is signed by itself, and is not trusted here</source>
        <translation>das Zertifikat ist selbst signiert und hier nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>the CA %1 is not trusted here</source>
        <translation>die CA %1 ist hier nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>the issuer %1 was not sent and is not trusted here: either the peer leaves out an intermediate certificate, or this is a CA that has to be trusted</source>
        <translation>der Aussteller %1 wurde nicht mitgesendet und ist hier nicht vertrauenswürdig: entweder lässt die Gegenstelle ein Zwischenzertifikat weg, oder dieser CA muss erst vertraut werden</translation>
    </message>
    <message>
        <source>the chain ends at %1: its issuer %2 was not sent and is not trusted here</source>
        <translation>die Kette endet bei %1: ihr Aussteller %2 wurde nicht mitgesendet und ist hier nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>the signature of %1 is wrong</source>
        <translation>die Signatur von %1 ist falsch</translation>
    </message>
    <message>
        <source>the key of %1 is too short: %2</source>
        <translation>der Schlüssel von %1 ist zu kurz: %2</translation>
    </message>
    <message>
        <source>the signature of %1 is too weak: %2</source>
        <translation>die Signatur von %1 ist zu schwach: %2</translation>
    </message>
    <message>
        <source>%1 ended on %2, and it is %3</source>
        <translation>%1 lief am %2 ab, jetzt ist es %3</translation>
    </message>
    <message>
        <source>%1 begins on %2, and it is %3 (is the clock of this machine right?)</source>
        <translation>%1 gilt erst ab %2, jetzt ist es %3 (stimmt die Uhr dieses Rechners?)</translation>
    </message>
    <message>
        <source>%1 is not made for this use (%2)</source>
        <translation>%1 ist nicht für diesen Zweck gemacht (%2)</translation>
    </message>
    <message>
        <source>the chain leads to a CA that is trusted here</source>
        <translation>die Kette führt zu einer CA, der hier vertraut wird</translation>
    </message>
    <message>
        <source>the certificate is good until %1</source>
        <translation>das Zertifikat gilt bis %1</translation>
    </message>
    <message>
        <source>nobody takes messages any more</source>
        <translation>niemand nimmt mehr Nachrichten an</translation>
    </message>
    <message>
        <source>nothing listens on %1 (connection refused%2)</source>
        <translation>auf %1 lauscht nichts (Verbindung abgelehnt%2)</translation>
    </message>
    <message>
        <source>too much traffic on the way (ICMP source quench)</source>
        <translation>zu viel Verkehr auf dem Weg (ICMP source quench)</translation>
    </message>
    <message>
        <source>lost on the way, too many hops (ICMP time exceeded)</source>
        <translation>unterwegs verloren, zu viele Hops (ICMP time exceeded)</translation>
    </message>
    <message>
        <source>a fragment was lost on the way (ICMP time exceeded)</source>
        <translation>ein Fragment ging unterwegs verloren (ICMP time exceeded)</translation>
    </message>
    <message>
        <source>the IP header was not understood (ICMP parameter problem)</source>
        <translation>der IP-Header wurde nicht verstanden (ICMP parameter problem)</translation>
    </message>
    <message>
        <source>an ICMP message of another kind</source>
        <translation>eine ICMP-Nachricht anderer Art</translation>
    </message>
    <message>
        <source>no route to this network (ICMP network unreachable)</source>
        <translation>keine Route zu diesem Netz (ICMP network unreachable)</translation>
    </message>
    <message>
        <source>the host cannot be reached (ICMP host unreachable)</source>
        <translation>der Host ist nicht erreichbar (ICMP host unreachable)</translation>
    </message>
    <message>
        <source>the host knows no UDP (ICMP protocol unreachable)</source>
        <translation>der Host kennt kein UDP (ICMP protocol unreachable)</translation>
    </message>
    <message>
        <source>the datagram is too large for the path (ICMP fragmentation needed)</source>
        <translation>das Datagramm ist zu groß für den Weg (ICMP fragmentation needed)</translation>
    </message>
    <message>
        <source>a firewall forbids this traffic (ICMP administratively prohibited)</source>
        <translation>eine Firewall verbietet diesen Verkehr (ICMP administratively prohibited)</translation>
    </message>
    <message>
        <source>the destination cannot be reached (ICMP destination unreachable)</source>
        <translation>das Ziel ist nicht erreichbar (ICMP destination unreachable)</translation>
    </message>
    <message>
        <source>the datagram is too large for the path (ICMPv6 packet too big)</source>
        <translation>das Datagramm ist zu groß für den Weg (ICMPv6 packet too big)</translation>
    </message>
    <message>
        <source>lost on the way, too many hops (ICMPv6 time exceeded)</source>
        <translation>unterwegs verloren, zu viele Hops (ICMPv6 time exceeded)</translation>
    </message>
    <message>
        <source>the IP header was not understood (ICMPv6 parameter problem)</source>
        <translation>der IP-Header wurde nicht verstanden (ICMPv6 parameter problem)</translation>
    </message>
    <message>
        <source>an ICMPv6 message of another kind</source>
        <translation>eine ICMPv6-Nachricht anderer Art</translation>
    </message>
    <message>
        <source>no route to this network (ICMPv6 no route)</source>
        <translation>keine Route zu diesem Netz (ICMPv6 no route)</translation>
    </message>
    <message>
        <source>a firewall forbids this traffic (ICMPv6 administratively prohibited)</source>
        <translation>eine Firewall verbietet diesen Verkehr (ICMPv6 administratively prohibited)</translation>
    </message>
    <message>
        <source>the host cannot be reached (ICMPv6 address unreachable)</source>
        <translation>der Host ist nicht erreichbar (ICMPv6 address unreachable)</translation>
    </message>
    <message>
        <source>the destination cannot be reached (ICMPv6 destination unreachable)</source>
        <translation>das Ziel ist nicht erreichbar (ICMPv6 destination unreachable)</translation>
    </message>
    <message>
        <source>the path takes packets of %1 octets</source>
        <translation>der Weg nimmt Pakete von %1 Oktetten</translation>
    </message>
    <message>
        <source>%1 octets do not fit into one UDP datagram to %2 (at most %3)</source>
        <translation>%1 Oktette passen nicht in ein UDP-Datagramm an %2 (höchstens %3)</translation>
    </message>
    <message>
        <source>the datagram to %1 was not sent, the system&apos;s send buffer is full</source>
        <translation>das Datagramm an %1 wurde nicht gesendet, der Sendepuffer des Systems ist voll</translation>
    </message>
    <message>
        <source>this machine does not permit sending to %1 (local firewall?)</source>
        <translation>dieser Rechner lässt das Senden an %1 nicht zu (lokale Firewall?)</translation>
    </message>
    <message>
        <source>the datagram to %1 could not be sent</source>
        <translation>das Datagramm an %1 konnte nicht gesendet werden</translation>
    </message>
    <message>
        <source>%1 closed the connection before it was open</source>
        <translation>%1 schloss die Verbindung, bevor sie offen war</translation>
    </message>
    <message>
        <source>%1 does not answer, no connection came about</source>
        <translation>%1 antwortet nicht, keine Verbindung zustande gekommen</translation>
    </message>
    <message>
        <source>no connection to %1</source>
        <translation>keine Verbindung zu %1</translation>
    </message>
    <message>
        <source>the connection to %1 broke</source>
        <translation>die Verbindung zu %1 ist abgerissen</translation>
    </message>
    <message>
        <source>%1 reset the connection</source>
        <translation>%1 hat die Verbindung zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 closed the connection</source>
        <translation>%1 hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>%1 port %2 on %3 is in use by another program</source>
        <translation>%1-Port %2 auf %3 ist von einem anderen Programm belegt</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine</source>
        <translation>%1 ist keine Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>this user may not listen on %1 port %2 of %3</source>
        <translation>dieser Benutzer darf nicht auf %1-Port %2 von %3 lauschen</translation>
    </message>
    <message>
        <source>cannot listen on %1 port %2 of %3</source>
        <translation>Lauschen auf %1-Port %2 von %3 nicht möglich</translation>
    </message>
    <message>
        <source>no port given for %1</source>
        <translation>kein Port für %1 angegeben</translation>
    </message>
    <message>
        <source>there is nothing to send, the message is empty</source>
        <translation>es gibt nichts zu senden, die Nachricht ist leer</translation>
    </message>
    <message>
        <source>a message of %1 octets is too large (at most %2)</source>
        <translation>eine Nachricht von %1 Oktetten ist zu groß (höchstens %2)</translation>
    </message>
    <message>
        <source>nothing to listen with: both UDP and TCP are switched off</source>
        <translation>nichts zum Lauschen: UDP und TCP sind beide abgeschaltet</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>nicht gesendet: %1</translation>
    </message>
    <message>
        <source>STUN that cannot be used: %1</source>
        <translation>unbrauchbares STUN: %1</translation>
    </message>
    <message>
        <source>not answered: the answer has %1 octets, the question %2, and no SIP was heard from there</source>
        <translation>nicht beantwortet: die Antwort hat %1 Oktette, die Frage %2, und von dort war kein SIP zu hören</translation>
    </message>
    <message>
        <source>refused with 420: it asks for what is not spoken here</source>
        <translation>abgelehnt mit 420: verlangt wird, was hier nicht gesprochen wird</translation>
    </message>
    <message>
        <source>refused with %1 %2</source>
        <translation>abgelehnt mit %1 %2</translation>
    </message>
    <message>
        <source>the address we are seen at changed from %1 to %2</source>
        <translation>die Adresse, unter der wir erscheinen, wechselte von %1 zu %2</translation>
    </message>
    <message>
        <source>normal closure</source>
        <translation>normales Ende</translation>
    </message>
    <message>
        <source>going away</source>
        <translation>geht weg</translation>
    </message>
    <message>
        <source>unsupported data</source>
        <translation>nicht unterstützte Daten</translation>
    </message>
    <message>
        <source>no code given</source>
        <translation>kein Code angegeben</translation>
    </message>
    <message>
        <source>no Close at all</source>
        <translation>gar kein Close</translation>
    </message>
    <message>
        <source>text that is not UTF-8</source>
        <translation>Text, der nicht UTF-8 ist</translation>
    </message>
    <message>
        <source>policy violation</source>
        <translation>Verstoß gegen eine Richtlinie</translation>
    </message>
    <message>
        <source>message too big</source>
        <translation>Nachricht zu groß</translation>
    </message>
    <message>
        <source>extension missing</source>
        <translation>Erweiterung fehlt</translation>
    </message>
    <message>
        <source>internal error of the server</source>
        <translation>interner Fehler des Servers</translation>
    </message>
    <message>
        <source>service restart</source>
        <translation>Neustart des Dienstes</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>später erneut versuchen</translation>
    </message>
    <message>
        <source>bad gateway</source>
        <translation>Gateway-Fehler</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS-Handshake gescheitert</translation>
    </message>
    <message>
        <source>the client asked with %1 instead of GET</source>
        <translation>der Client fragte mit %1 statt GET</translation>
    </message>
    <message>
        <source>the client did not ask in HTTP/1.1 with one Host</source>
        <translation>der Client fragte nicht in HTTP/1.1 mit einem Host</translation>
    </message>
    <message>
        <source>the client asked for something else than a WebSocket</source>
        <translation>der Client verlangte etwas anderes als einen WebSocket</translation>
    </message>
    <message>
        <source>the client wants version &quot;%1&quot; of WebSocket; there is 13 here</source>
        <translation>der Client will Version „%1“ von WebSocket; hier gibt es 13</translation>
    </message>
    <message>
        <source>the client sent no Sec-WebSocket-Key of 16 octets</source>
        <translation>der Client sendete keinen Sec-WebSocket-Key von 16 Oktetten</translation>
    </message>
    <message>
        <source>the client did not offer the subprotocol sip</source>
        <translation>der Client hat das Subprotokoll sip nicht angeboten</translation>
    </message>
    <message>
        <source>the server refused the WebSocket with %1 %2</source>
        <translation>der Server hat den WebSocket mit %1 %2 abgelehnt</translation>
    </message>
    <message>
        <source>it names %1; that is not followed</source>
        <translation>er nennt %1; dem wird nicht gefolgt</translation>
    </message>
    <message>
        <source>it asks for %1</source>
        <translation>er verlangt %1</translation>
    </message>
    <message>
        <source>it does version %1 of WebSocket</source>
        <translation>er kann Version %1 von WebSocket</translation>
    </message>
    <message>
        <source>the server answered 101, but not for a WebSocket</source>
        <translation>der Server antwortete 101, aber nicht für einen WebSocket</translation>
    </message>
    <message>
        <source>the Sec-WebSocket-Accept of the server is wrong: &quot;%1&quot; instead of &quot;%2&quot;</source>
        <translation>das Sec-WebSocket-Accept des Servers ist falsch: „%1“ statt „%2“</translation>
    </message>
    <message>
        <source>the server uses the extension %1, which was not offered</source>
        <translation>der Server benutzt die Erweiterung %1, die nicht angeboten war</translation>
    </message>
    <message>
        <source>the server did not agree on a subprotocol; %1 was offered</source>
        <translation>der Server hat keinem Subprotokoll zugestimmt; angeboten war %1</translation>
    </message>
    <message>
        <source>the server chose the subprotocol %1, which was not offered</source>
        <translation>der Server wählte das Subprotokoll %1, das nicht angeboten war</translation>
    </message>
    <message>
        <source>refused with %1, as it is set</source>
        <translation>abgelehnt mit %1, wie eingestellt</translation>
    </message>
    <message>
        <source>the peer set a reserved bit, although no extension was agreed on</source>
        <translation>die Gegenstelle hat ein reserviertes Bit gesetzt, ohne dass eine Erweiterung vereinbart war</translation>
    </message>
    <message>
        <source>the peer sent a frame of the unknown kind %1</source>
        <translation>die Gegenstelle sendete einen Frame der unbekannten Art %1</translation>
    </message>
    <message>
        <source>the server masked a frame, which only clients may</source>
        <translation>der Server hat einen Frame maskiert, was nur Clients dürfen</translation>
    </message>
    <message>
        <source>the client did not mask a frame</source>
        <translation>der Client hat einen Frame nicht maskiert</translation>
    </message>
    <message>
        <source>the peer wrote the length of a frame longer than need be</source>
        <translation>die Gegenstelle schrieb die Länge eines Frames länger als nötig</translation>
    </message>
    <message>
        <source>the peer sent a frame with a length of more than 63 bits</source>
        <translation>die Gegenstelle sendete einen Frame mit einer Länge von mehr als 63 Bit</translation>
    </message>
    <message>
        <source>the peer sent a control frame in pieces</source>
        <translation>die Gegenstelle sendete einen Control-Frame in Stücken</translation>
    </message>
    <message>
        <source>the peer sent a control frame of %1 octets; %2 are the most</source>
        <translation>die Gegenstelle sendete einen Control-Frame von %1 Oktetten; höchstens %2 sind erlaubt</translation>
    </message>
    <message>
        <source>the peer went on with a message that had not begun</source>
        <translation>die Gegenstelle setzte eine Nachricht fort, die nicht begonnen hatte</translation>
    </message>
    <message>
        <source>the peer began a message in the middle of another</source>
        <translation>die Gegenstelle begann eine Nachricht mitten in einer anderen</translation>
    </message>
    <message>
        <source>the peer sent a message of %1 octets or more; at most %2 are accepted</source>
        <translation>die Gegenstelle sendete eine Nachricht von %1 Oktetten oder mehr; höchstens %2 werden angenommen</translation>
    </message>
    <message>
        <source>a text message of the peer is not UTF-8</source>
        <translation>eine Textnachricht der Gegenstelle ist kein UTF-8</translation>
    </message>
    <message>
        <source>the peer sent a Close with half a code</source>
        <translation>die Gegenstelle sendete ein Close mit einem halben Code</translation>
    </message>
    <message>
        <source>the peer sent a Close with the code %1, which must not be sent</source>
        <translation>die Gegenstelle sendete ein Close mit dem Code %1, der nicht gesendet werden darf</translation>
    </message>
    <message>
        <source>the reason in the Close of the peer is not UTF-8</source>
        <translation>der Grund im Close der Gegenstelle ist kein UTF-8</translation>
    </message>
    <message>
        <source>closed with %1, as it is set</source>
        <translation>geschlossen mit %1, wie eingestellt</translation>
    </message>
    <message>
        <source>%1; closed with %2</source>
        <translation>%1; geschlossen mit %2</translation>
    </message>
    <message>
        <source>the peer closed the WebSocket without a code</source>
        <translation>die Gegenstelle schloss den WebSocket ohne Code</translation>
    </message>
    <message>
        <source>the peer closed the WebSocket with %1</source>
        <translation>die Gegenstelle schloss den WebSocket mit %1</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Eingehender Anruf</translation>
    </message>
    <message>
        <source>an intent needs a number of its own; this one was not sent</source>
        <translation>ein Vorhaben braucht eine eigene Nummer; dieses wurde nicht gesendet</translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation>es ist beendet</translation>
    </message>
    <message>
        <source>%1 was not sent: %2</source>
        <translation>%1 wurde nicht gesendet: %2</translation>
    </message>
    <message>
        <source>this %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>no To tag in %1: it makes no early dialog</source>
        <translation>kein To-Tag in %1: sie begründet keinen frühen Dialog</translation>
    </message>
    <message>
        <source>no To tag in %1: its dialog has an empty one, as of a peer of before RFC 3261, and two forks cannot be told apart</source>
        <translation>kein To-Tag in %1: ihr Dialog hat ein leeres, wie von einer Gegenstelle vor RFC 3261; zwei Zweige (Forking) sind nicht zu unterscheiden</translation>
    </message>
    <message>
        <source>no To tag in %1: every answer but 100 has to carry one</source>
        <translation>kein To-Tag in %1: jede Antwort außer 100 muss eines tragen</translation>
    </message>
    <message>
        <source>%1 requires %2, which the request did not offer</source>
        <translation>%1 verlangt %2, das die Anfrage nicht angeboten hat</translation>
    </message>
    <message>
        <source>it is taken as an ordinary one, without PRACK</source>
        <translation>sie gilt als gewöhnliche, ohne PRACK</translation>
    </message>
    <message>
        <source>a 100 is never sent reliably; its RSeq and Require mean nothing</source>
        <translation>eine 100 wird nie zuverlässig gesendet; RSeq und Require darin bedeuten nichts</translation>
    </message>
    <message>
        <source>%1 to %2 is marked as reliable, which only answers to INVITE can be</source>
        <translation>%1 auf %2 ist als zuverlässig markiert, was nur Antworten auf INVITE sein können</translation>
    </message>
    <message>
        <source>%1 requires 100rel and has no RSeq</source>
        <translation>%1 verlangt 100rel und hat kein RSeq</translation>
    </message>
    <message>
        <source>%1 has an RSeq and does not require 100rel</source>
        <translation>%1 hat ein RSeq und verlangt kein 100rel</translation>
    </message>
    <message>
        <source>RSeq %1 in %2 is no number from 1 to 4294967295</source>
        <translation>RSeq %1 in %2 ist keine Zahl von 1 bis 4294967295</translation>
    </message>
    <message>
        <source>%1 has no Contact: its PRACK goes where the INVITE went</source>
        <translation>%1 hat keinen Contact: ihr PRACK geht dorthin, wohin das INVITE ging</translation>
    </message>
    <message>
        <source>%1 has no Contact: what follows goes where the %2 went</source>
        <translation>%1 hat keinen Contact: was folgt, geht dorthin, wohin %2 ging</translation>
    </message>
    <message>
        <source>%1 has no Contact: the target stays as it was</source>
        <translation>%1 hat keinen Contact: das Ziel bleibt, wie es war</translation>
    </message>
    <message>
        <source>which methods are taken</source>
        <translation>welche Methoden angenommen werden</translation>
    </message>
    <message>
        <source>which options are not understood</source>
        <translation>welche Optionen nicht verstanden werden</translation>
    </message>
    <message>
        <source>which options it wants</source>
        <translation>welche Optionen verlangt werden</translation>
    </message>
    <message>
        <source>%1 has no %2: it does not say %3</source>
        <translation>%1 hat kein %2: sie sagt nicht, %3</translation>
    </message>
    <message>
        <source>%1 to %2: of the provisional answers only 100 has a place outside INVITE</source>
        <translation>%1 auf %2: von den vorläufigen Antworten hat außerhalb von INVITE nur 100 einen Platz</translation>
    </message>
    <message>
        <source>a 408 to %1 should never be sent: by then its sender has given up, and the answer is a stray everywhere</source>
        <translation>eine 408 auf %1 sollte nie gesendet werden: bis dahin hat der Absender aufgegeben, und die Antwort gehört überall zu nichts mehr</translation>
    </message>
    <message>
        <source>%1 is a status that no RFC known here defines: it counts as %2</source>
        <translation>%1 ist ein Status, den kein hier bekannter RFC definiert: er zählt als %2</translation>
    </message>
    <message>
        <source>%1 over %2 answered 503 and is not to be used for another %3 s</source>
        <translation>%1 über %2 antwortete 503 und soll noch %3 s nicht benutzt werden</translation>
    </message>
    <message>
        <source>stopped here; an answer that still comes is shown as late</source>
        <translation>hier gestoppt; eine Antwort, die noch kommt, erscheint als verspätet</translation>
    </message>
    <message>
        <source>this %1 comes after the end of its dialog; answered 481</source>
        <translation>%1 kommt nach dem Ende seines Dialogs; mit 481 beantwortet</translation>
    </message>
    <message>
        <source>%1 with CSeq %2 is out of order, %3 was the last one; answered 500</source>
        <translation>%1 mit CSeq %2 ist außer der Reihe, zuletzt kam %3; mit 500 beantwortet</translation>
    </message>
    <message>
        <source>this PRACK is for nothing: no reliable answer of ours waits for it; answered 481</source>
        <translation>dieses PRACK gilt nichts: keine zuverlässige Antwort von uns wartet darauf; mit 481 beantwortet</translation>
    </message>
    <message>
        <source>both sides changed the session at once: the peer&apos;s %1 is answered 491</source>
        <translation>beide Seiten ändern die Sitzung zugleich: %1 der Gegenstelle wird mit 491 beantwortet</translation>
    </message>
    <message>
        <source>the %1 waits for your answer</source>
        <translation>%1 wartet auf Antwort von Hand</translation>
    </message>
    <message>
        <source>that request is answered already, or gone</source>
        <translation>diese Anfrage ist schon beantwortet oder weg</translation>
    </message>
    <message>
        <source>the %1 is met with silence, as set</source>
        <translation>%1 wird mit Schweigen beantwortet, wie eingestellt</translation>
    </message>
    <message>
        <source>the %1 got no answer from here: its sender has given up by now</source>
        <translation>%1 bekam von hier keine Antwort: der Absender hat inzwischen aufgegeben</translation>
    </message>
    <message>
        <source>no ACK came for the 200 within 64*T1: the call is hung up</source>
        <translation>kein ACK auf die 200 innerhalb von 64*T1: es wird aufgelegt</translation>
    </message>
    <message>
        <source>the final answer is already here</source>
        <translation>die endgültige Antwort ist schon da</translation>
    </message>
    <message>
        <source>its next hop is still being looked up: nothing was sent that could be cancelled</source>
        <translation>der Next Hop wird noch aufgelöst: nichts wurde gesendet, das abgebrochen werden könnte</translation>
    </message>
    <message>
        <source>only an INVITE can be cancelled; other requests are answered at once (RFC 3261 9.1)</source>
        <translation>nur ein INVITE lässt sich abbrechen; andere Anfragen werden sofort beantwortet (RFC 3261 9.1)</translation>
    </message>
    <message>
        <source>the CANCEL goes without a Reason: &quot;%1&quot; is none</source>
        <translation>das CANCEL geht ohne Reason: „%1“ ist keiner</translation>
    </message>
    <message>
        <source>cancelled, and no final answer came within 64*T1 of the CANCEL</source>
        <translation>abgebrochen, und innerhalb von 64*T1 nach dem CANCEL kam keine endgültige Antwort</translation>
    </message>
    <message>
        <source>cancelled, and within 64*T1 not even the CANCEL was answered</source>
        <translation>abgebrochen, und innerhalb von 64*T1 wurde nicht einmal das CANCEL beantwortet</translation>
    </message>
    <message>
        <source>%1 is no request of its own in a dialog: it is sent when it is due</source>
        <translation>%1 ist im Dialog keine eigene Anfrage: wird gesendet, wenn es fällig ist</translation>
    </message>
    <message>
        <source>there is no dialog to send it in</source>
        <translation>es gibt keinen Dialog, in dem gesendet werden könnte</translation>
    </message>
    <message>
        <source>the dialog has ended</source>
        <translation>der Dialog ist beendet</translation>
    </message>
    <message>
        <source>an INVITE is still being answered in this dialog; RFC 3261 14.1 allows one at a time</source>
        <translation>in diesem Dialog wird noch ein INVITE beantwortet; RFC 3261 14.1 erlaubt nur eines zugleich</translation>
    </message>
    <message>
        <source>an offer is out in this dialog already, and has to be answered first (RFC 3311 5.1)</source>
        <translation>in diesem Dialog ist schon ein Offer unterwegs und muss erst beantwortet werden (RFC 3311 5.1)</translation>
    </message>
    <message>
        <source>the call is being hung up: its BYE has been sent</source>
        <translation>es wird schon aufgelegt: das BYE ist gesendet</translation>
    </message>
    <message>
        <source>this call is not answered yet; who is called refuses it instead (RFC 3261 15)</source>
        <translation>dieser Anruf ist noch nicht beantwortet; der Gerufene lehnt ihn stattdessen ab (RFC 3261 15)</translation>
    </message>
    <message>
        <source>the %1 is not sent: its dialog ended while the next hop was looked up</source>
        <translation>%1 wird nicht gesendet: der Dialog endete, während der Next Hop aufgelöst wurde</translation>
    </message>
    <message>
        <source>the %1 goes where the first request went: %2</source>
        <translation>%1 geht dorthin, wohin die erste Anfrage ging: %2</translation>
    </message>
    <message>
        <source>503 from this server</source>
        <translation>503 von diesem Server</translation>
    </message>
    <message>
        <source>a %1 to the %2 says that the peer no longer has this dialog</source>
        <translation>eine %1 auf %2 sagt, dass die Gegenstelle diesen Dialog nicht mehr hat</translation>
    </message>
    <message>
        <source>the INVITE had no final answer within %1 s</source>
        <translation>das INVITE bekam keine endgültige Antwort innerhalb von %1 s</translation>
    </message>
    <message>
        <source>the call counts as ended: %1</source>
        <translation>das Gespräch gilt als beendet: %1</translation>
    </message>
    <message>
        <source>the dialog is ended: %1</source>
        <translation>der Dialog wird beendet: %1</translation>
    </message>
    <message>
        <source>what was to follow, %1 requests, was not sent: %2</source>
        <translation>was folgen sollte, %1 Anfragen, wurde nicht gesendet: %2</translation>
    </message>
    <message>
        <source>the BYE waits for the ACK to our 2xx (RFC 3261 15)</source>
        <translation>das BYE wartet auf das ACK zu unserer 2xx (RFC 3261 15)</translation>
    </message>
    <message>
        <source>%1 does nothing here: %2</source>
        <translation>%1 bewirkt hier nichts: %2</translation>
    </message>
    <message>
        <source>put in as the URI of the target asks: %1</source>
        <translation>eingesetzt, wie die URI des Ziels verlangt: %1</translation>
    </message>
    <message>
        <source>not taken from the URI of the target: %1</source>
        <translation>nicht aus der URI des Ziels übernommen: %1</translation>
    </message>
    <message>
        <source>Route as the registrar of %1 said (Service-Route): %2</source>
        <translation>Route, wie der Registrar von %1 sie nannte (Service-Route): %2</translation>
    </message>
    <message>
        <source>waits: the %1 before it to the same URI is not answered yet, and only one at a time may be</source>
        <translation>wartet: %1 davor an dieselbe URI ist noch nicht beantwortet, und nur eines zugleich ist erlaubt</translation>
    </message>
    <message>
        <source>%1 octets do not fit into one datagram (at most %2); use TCP</source>
        <translation>%1 Oktette passen nicht in ein Datagramm (höchstens %2); TCP benutzen</translation>
    </message>
    <message>
        <source>a MESSAGE of %1 octets outside a call must not go over UDP, at most 1300 may (RFC 3428 8); use TCP, or stay on UDP by choice where the whole path is known to bear it</source>
        <translation>ein MESSAGE von %1 Oktetten außerhalb eines Gesprächs darf nicht über UDP gehen, höchstens 1300 dürfen es (RFC 3428 8); TCP benutzen oder bewusst bei UDP bleiben, wenn der ganze Weg es bekanntermaßen verträgt</translation>
    </message>
    <message>
        <source>a MESSAGE of %1 octets outside a call: every hop behind the first has to bear more than 1300 too</source>
        <translation>ein MESSAGE von %1 Oktetten außerhalb eines Gesprächs: auch jeder Hop nach dem ersten muss mehr als 1300 vertragen</translation>
    </message>
    <message>
        <source>sent all the same, as you asked</source>
        <translation>wie gewünscht trotzdem gesendet</translation>
    </message>
    <message>
        <source>T1 is %1 ms: below 500 ms is for closed networks only (RFC 3261 17.1.1.1), elsewhere it adds load</source>
        <translation>T1 ist %1 ms: unter 500 ms ist nur für geschlossene Netze gedacht (RFC 3261 17.1.1.1), sonst bringt es Last</translation>
    </message>
    <message>
        <source>an ACK is never answered; it was sent once</source>
        <translation>ein ACK wird nie beantwortet; es wurde einmal gesendet</translation>
    </message>
    <message>
        <source>every %1 to %2 s</source>
        <translation>alle %1 bis %2 s</translation>
    </message>
    <message>
        <source>the flow is not kept alive any more: this answer does not ask for it</source>
        <translation>der Flow wird nicht mehr offen gehalten: diese Antwort verlangt es nicht</translation>
    </message>
    <message>
        <source>%1 is kept alive: a ping %2, %3</source>
        <translation>%1 wird offen gehalten: ein Ping %2, %3</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 gescheitert: %2</translation>
    </message>
    <message>
        <source>%1; sent once more over a new flow in %2</source>
        <translation>%1; erneut gesendet über einen neuen Flow in %2</translation>
    </message>
    <message>
        <source>the flow is no more for the server: once more, over a new connection</source>
        <translation>den Flow gibt es für den Server nicht mehr: noch einmal, über eine neue Verbindung</translation>
    </message>
    <message>
        <source>the call waits for your answer</source>
        <translation>der Anruf wartet auf Antwort von Hand</translation>
    </message>
    <message>
        <source>the caller has given up by now: the call is over</source>
        <translation>der Anrufer hat inzwischen aufgegeben: der Anruf ist vorbei</translation>
    </message>
    <message>
        <source>more than %1 forks: this one is not followed</source>
        <translation>mehr als %1 Zweige (Forking): diesem wird nicht gefolgt</translation>
    </message>
    <message>
        <source>this %1 is out of order: a reliable one before it is missing, so that it gets no PRACK</source>
        <translation>diese %1 ist außer der Reihe: eine zuverlässige davor fehlt, daher bekommt sie kein PRACK</translation>
    </message>
    <message>
        <source>nothing in the offer of this %1 can be taken (%2): the ACK refuses every stream, and the call is hung up</source>
        <translation>nichts im Offer dieser %1 ist annehmbar (%2): das ACK lehnt jeden Stream ab, und es wird aufgelegt</translation>
    </message>
    <message>
        <source>the ACK goes where the INVITE went: %1</source>
        <translation>das ACK geht dorthin, wohin das INVITE ging: %1</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>the CANCEL was challenged: it cannot be sent again with credentials, and may have no effect</source>
        <translation>das CANCEL bekam eine Challenge: es kann nicht mit Zugangsdaten wiederholt werden und bleibt womöglich ohne Wirkung</translation>
    </message>
    <message id="R12.3-1">
        <source>202: taken, not decided yet; what becomes of it is told by NOTIFY</source>
        <translation>202: angenommen, noch nicht entschieden; was daraus wird, meldet NOTIFY</translation>
    </message>
    <message>
        <source>202: the message is stored, not delivered; whether it will be is not told</source>
        <translation>202: die Nachricht ist gespeichert, nicht zugestellt; ob sie es wird, erfährt man nicht</translation>
    </message>
    <message>
        <source>never answered</source>
        <translation>nie beantwortet</translation>
    </message>
    <message>
        <source>no answer from %1 at all</source>
        <translation>gar keine Antwort von %1</translation>
    </message>
    <message>
        <source>the %1 was never answered</source>
        <translation>%1 wurde nie beantwortet</translation>
    </message>
    <message>
        <source>the CANCEL was never answered</source>
        <translation>das CANCEL wurde nie beantwortet</translation>
    </message>
    <message>
        <source>1 copy</source>
        <translation>1 Kopie</translation>
    </message>
    <message>
        <source>%1 copies</source>
        <translation>%1 Kopien</translation>
    </message>
    <message>
        <source>nothing received</source>
        <translation>nichts empfangen</translation>
    </message>
    <message>
        <source>nothing received after the %1</source>
        <translation>nach der %1 nichts empfangen</translation>
    </message>
    <message>
        <source>%1 sent to %2, %3</source>
        <translation>%1 gesendet an %2, %3</translation>
    </message>
    <message>
        <source>the ACK could not be delivered: %1</source>
        <translation>das ACK war nicht zustellbar: %1</translation>
    </message>
    <message>
        <source>the %1 goes out as an ordinary one: the caller does not support 100rel</source>
        <translation>die %1 geht als gewöhnliche hinaus: der Anrufer unterstützt 100rel nicht</translation>
    </message>
    <message>
        <source>no PRACK came for the %1 within 64*T1: the call is refused</source>
        <translation>kein PRACK für die %1 innerhalb von 64*T1: der Anruf wird abgelehnt</translation>
    </message>
    <message>
        <source>the %1 waits for the PRACK of the %2</source>
        <translation>die %1 wartet auf das PRACK der %2</translation>
    </message>
    <message>
        <source>%1 is a name, and there is nobody to look it up</source>
        <translation>%1 ist ein Name, und niemand ist da, ihn aufzulösen</translation>
    </message>
    <message>
        <source>%1 is not tried: %2</source>
        <translation>%1 wird nicht versucht: %2</translation>
    </message>
    <message>
        <source>there is no target</source>
        <translation>es gibt kein Ziel</translation>
    </message>
    <message>
        <source>%1 is passed over: %2</source>
        <translation>%1 wird übergangen: %2</translation>
    </message>
    <message>
        <source>no other target can be used: %1</source>
        <translation>kein anderes Ziel ist benutzbar: %1</translation>
    </message>
    <message>
        <source>%1; on to %2, %3 left after it</source>
        <translation>%1; weiter zu %2, danach bleiben %3</translation>
    </message>
    <message>
        <source>%1 is taken for dead, as asked: nothing is sent, and nothing will be heard</source>
        <translation>%1 gilt wie verlangt als ausgefallen: nichts wird gesendet, nichts wird zu hören sein</translation>
    </message>
    <message>
        <source>nothing was heard from %1, which is taken for dead</source>
        <translation>nichts zu hören von %1, das als ausgefallen gilt</translation>
    </message>
    <message>
        <source>not answered: the request was cancelled meanwhile</source>
        <translation>nicht beantwortet: die Anfrage wurde inzwischen abgebrochen</translation>
    </message>
    <message>
        <source>not answered: the request was to be sent exactly as typed, so nothing is added to it</source>
        <translation>nicht beantwortet: die Anfrage sollte genau wie getippt gesendet werden, daher kommt nichts hinzu</translation>
    </message>
    <message>
        <source>credentials went along unasked and may be why this is a 400: once more without them, so that the server can say what it asks for now</source>
        <translation>Zugangsdaten gingen unaufgefordert mit und sind womöglich der Grund der 400: noch einmal ohne sie, damit der Server sagen kann, was er jetzt verlangt</translation>
    </message>
    <message>
        <source>the Retry-After of this 503 cannot be read: %1</source>
        <translation>das Retry-After dieser 503 ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>nothing is sent there by itself</source>
        <translation>dorthin wird von selbst nichts gesendet</translation>
    </message>
    <message>
        <source>given up after %1 automatic retries</source>
        <translation>aufgegeben nach %1 automatischen Wiederholungen</translation>
    </message>
    <message>
        <source>the session was not refreshed in time: it is hung up</source>
        <translation>die Sitzung wurde nicht rechtzeitig aufgefrischt: es wird aufgelegt</translation>
    </message>
    <message>
        <source>the session ran out</source>
        <translation>die Sitzung ist abgelaufen</translation>
    </message>
    <message>
        <source>more than %1 octets</source>
        <translation>mehr als %1 Oktette</translation>
    </message>
    <message>
        <source>as the path takes packets of %1</source>
        <translation>da der Weg Pakete von %1 nimmt</translation>
    </message>
    <message>
        <source>in %1 packets of at most %2 octets, all of which have to arrive</source>
        <translation>in %1 Paketen zu höchstens %2 Oktetten, die alle ankommen müssen</translation>
    </message>
    <message>
        <source>as you asked</source>
        <translation>wie gewünscht</translation>
    </message>
    <message>
        <source>as their dialog does</source>
        <translation>wie ihr Dialog</translation>
    </message>
    <message>
        <source>because UDP was named with the target</source>
        <translation>weil UDP mit dem Ziel genannt war</translation>
    </message>
    <message>
        <source>because it is sent as typed</source>
        <translation>weil wie getippt gesendet wird</translation>
    </message>
    <message>
        <source>because its Via is your own</source>
        <translation>weil das Via ein eigenes ist</translation>
    </message>
    <message>
        <source>because TCP was tried in vain</source>
        <translation>weil TCP vergeblich versucht wurde</translation>
    </message>
    <message>
        <source>%1 octets stay on UDP %2%3; RFC 3261 wants TCP for %4</source>
        <translation>%1 Oktette bleiben auf UDP, %2%3; RFC 3261 verlangt TCP für %4</translation>
    </message>
    <message>
        <source>%1 octets: TCP instead of UDP, which is not for %2</source>
        <translation>%1 Oktette: TCP statt UDP, das nicht für %2 gedacht ist</translation>
    </message>
    <message>
        <source>%1; back to UDP%2</source>
        <translation>%1; zurück zu UDP%2</translation>
    </message>
    <message>
        <source>no NOTIFY came from one that accepted: that subscription failed</source>
        <translation>kein NOTIFY von einer Stelle, die angenommen hatte: diese Subscription ist gescheitert</translation>
    </message>
    <message>
        <source>no NOTIFY came within 64*T1: the subscription failed</source>
        <translation>kein NOTIFY innerhalb von 64*T1: die Subscription ist gescheitert</translation>
    </message>
    <message>
        <source>the subscription ran out</source>
        <translation>die Subscription ist abgelaufen</translation>
    </message>
    <message>
        <source>the referred request: %1</source>
        <translation>die vermittelte Anfrage: %1</translation>
    </message>
    <message>
        <source>the subscription is over, as asked</source>
        <translation>die Subscription ist wie verlangt beendet</translation>
    </message>
    <message>
        <source>the subscription is over: %1 to its refresh</source>
        <translation>die Subscription ist beendet: %1 auf ihre Auffrischung</translation>
    </message>
    <message>
        <source>not refreshed: the subscription goes on until it runs out</source>
        <translation>nicht aufgefrischt: die Subscription gilt weiter, bis sie abläuft</translation>
    </message>
    <message>
        <source>not removed: %1; it stays until it runs out</source>
        <translation>nicht entfernt: %1; es bleibt, bis es abläuft</translation>
    </message>
    <message>
        <source>the server no longer has this publication: published anew</source>
        <translation>der Server hat diese Veröffentlichung nicht mehr: neu veröffentlicht</translation>
    </message>
    <message>
        <source>%1 to the refresh</source>
        <translation>%1 auf die Auffrischung</translation>
    </message>
    <message>
        <source>not refreshed (%1), and by now it has run out</source>
        <translation>nicht aufgefrischt (%1) und inzwischen abgelaufen</translation>
    </message>
    <message>
        <source>not refreshed: %1</source>
        <translation>nicht aufgefrischt: %1</translation>
    </message>
    <message>
        <source>left at the server, as set: it stays until it runs out</source>
        <translation>beim Server belassen, wie eingestellt: es bleibt, bis es abläuft</translation>
    </message>
    <message>
        <source>not removed: no answer within %1 ms, and the program ends; it stays until it runs out</source>
        <translation>nicht entfernt: keine Antwort innerhalb von %1 ms, und das Programm endet; es bleibt, bis es abläuft</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>mit %1 beantwortet</translation>
    </message>
    <message>
        <source>%1 outside of a dialog is not taken here</source>
        <translation>%1 außerhalb eines Dialogs wird hier nicht angenommen</translation>
    </message>
    <message>
        <source>the %1 is answered %2: %3</source>
        <translation>%1 wird mit %2 beantwortet: %3</translation>
    </message>
    <message>
        <source>nobody can answer by hand what belongs to no dialog</source>
        <translation>was zu keinem Dialog gehört, kann niemand von Hand beantworten</translation>
    </message>
    <message>
        <source>who accepts a REFER has to report by NOTIFY what becomes of it (RFC 3515 2.4.4), and nothing is called here</source>
        <translation>wer ein REFER annimmt, muss per NOTIFY melden, was daraus wird (RFC 3515 2.4.4), und hier wird nichts angerufen</translation>
    </message>
    <message>
        <source>this %1 requires %2, which is not spoken here</source>
        <translation>%1 verlangt %2, das hier nicht gesprochen wird</translation>
    </message>
    <message>
        <source>this %1 is of a dialog that is not ours, or not there any more</source>
        <translation>%1 gehört zu einem Dialog, der nicht unserer ist oder nicht mehr besteht</translation>
    </message>
    <message>
        <source>%1 has its place in a dialog, and this one is of none</source>
        <translation>%1 gehört in einen Dialog, dieses gehört zu keinem</translation>
    </message>
    <message>
        <source>this call is here already, on another way</source>
        <translation>dieser Anruf ist schon hier, über einen anderen Weg</translation>
    </message>
    <message>
        <source>nobody takes a call here now</source>
        <translation>niemand nimmt hier gerade einen Anruf an</translation>
    </message>
    <message>
        <source>this CANCEL finds no INVITE to cancel</source>
        <translation>dieses CANCEL findet kein INVITE, das es abbrechen könnte</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>dates</comment>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>there is no target; give a SIP URI, or a next hop such as udp:192.0.2.1:5060</source>
        <translation>es gibt kein Ziel; eine SIP-URI angeben oder einen Next Hop wie udp:192.0.2.1:5060</translation>
    </message>
</context>
</TS>
