<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>The answer adds %1.</source>
        <translation>Die Antwort ergänzt: %1.</translation>
    </message>
    <message>
        <source>Retry without %1</source>
        <translation>Erneut ohne %1</translation>
    </message>
    <message>
        <source>Retry with Expires %1</source>
        <translation>Erneut mit Expires %1</translation>
    </message>
    <message>
        <source>Retry with Supported: %1</source>
        <translation>Erneut mit Supported: %1</translation>
    </message>
    <message>
        <source>Retry with %1</source>
        <translation>Erneut mit %1</translation>
    </message>
    <message>
        <source>Retry without the body</source>
        <translation>Erneut ohne den Body</translation>
    </message>
    <message>
        <source>Retry with Session-Expires %1</source>
        <translation>Erneut mit Session-Expires %1</translation>
    </message>
    <message>
        <source>Retry with Max-Forwards 70</source>
        <translation>Erneut mit Max-Forwards 70</translation>
    </message>
    <message>
        <source>%1: the call got through, and the callee is busy on every line.%2 (RFC 3261 21.4.24)</source>
        <translation>%1: Der Anruf kam durch, der gerufene Teilnehmer ist auf allen Leitungen besetzt.%2 (RFC 3261 21.4.24)</translation>
    </message>
    <message>
        <source>%1: the call got through, and the callee is busy.%2 (RFC 3261 21.4.24)</source>
        <translation>%1: Der Anruf kam durch, der gerufene Teilnehmer ist besetzt.%2 (RFC 3261 21.4.24)</translation>
    </message>
    <message>
        <source>Not accepted: %1.</source>
        <translation>Nicht akzeptiert: %1.</translation>
    </message>
    <message>
        <source>The server refuses this request as it is.</source>
        <translation>Der Server lehnt die Anfrage in dieser Form ab.</translation>
    </message>
    <message>
        <source>The server failed on a request that may be right; another one may serve it.</source>
        <translation>Der Server scheiterte an einer womöglich richtigen Anfrage; ein anderer kann sie vielleicht bedienen.</translation>
    </message>
    <message>
        <source>The refusal is final for every place the callee could be at.</source>
        <translation>Die Ablehnung gilt endgültig für alle Orte, an denen der Teilnehmer sein könnte.</translation>
    </message>
    <message>
        <source>%1 to the %2. %3%4%5</source>
        <translation>%1 auf %2. %3%4%5</translation>
    </message>
    <message>
        <source>%1 came after its request had ended</source>
        <translation>%1 kam erst nach dem Ende der zugehörigen Anfrage</translation>
    </message>
    <message>
        <source>%1 belongs to no request of ours</source>
        <translation>%1 gehört zu keiner unserer Anfragen</translation>
    </message>
    <message>
        <source>%1 could not be used: %2</source>
        <translation>%1 war nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>The far side breaks the rules of SIP in its answers: %1. It was understood here; other equipment may be stricter.</source>
        <translation>Die Gegenstelle verletzt in ihren Antworten die SIP-Regeln: %1. Hier wurde es verstanden; andere Geräte sind womöglich strenger.</translation>
    </message>
    <message>
        <source>%1 without a Contact that can be read: the server sends us elsewhere and does not say where (RFC 3261 21.3).</source>
        <translation>%1 ohne lesbaren Contact: Der Server leitet um und sagt nicht, wohin (RFC 3261 21.3).</translation>
    </message>
    <message>
        <source>%1: redirections were followed, and this one leads on to %2 where it ends: the row before says why (RFC 3261 8.1.3.4).</source>
        <translation>%1: Umleitungen wurden befolgt; diese führt weiter zu %2, und dort ist Schluss. Den Grund nennt die Zeile davor (RFC 3261 8.1.3.4).</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>An %1 senden</translation>
    </message>
    <message>
        <source>%1: the server says to ask at %2%3. A redirection is shown, not followed, so that nothing goes where you did not send it (RFC 3261 8.1.3.4).</source>
        <translation>%1: Der Server verweist an %2%3. Umleitungen werden gezeigt, nicht befolgt, damit nichts ungewollt woanders hingeht (RFC 3261 8.1.3.4).</translation>
    </message>
    <message>
        <source>, the first choice of %1</source>
        <translation>, die erste Wahl von %1</translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>The far side breaks the rules of SIP: %1. Such an answer counts as none (RFC 3261 8.1.3).</source>
        <translation>Die Gegenstelle verletzt die SIP-Regeln: %1. Eine solche Antwort gilt als keine (RFC 3261 8.1.3).</translation>
    </message>
    <message>
        <source>Something came in that fits nothing: %1. Usual reasons are a slow or restarted server, an answer through another path, or a second sender (RFC 3261 18.1.2).</source>
        <translation>Es kam etwas an, das zu nichts passt: %1. Übliche Gründe: ein langsamer oder neu gestarteter Server, eine Antwort über einen anderen Weg oder ein zweiter Absender (RFC 3261 18.1.2).</translation>
    </message>
    <message>
        <source>The arithmetic is right for the uri it names, but the server may want both to be the same, letter by letter, with port and parameters (RFC 3261 22.4).</source>
        <translation>Die Rechnung stimmt für die genannte uri, doch der Server verlangt womöglich, dass beide Zeichen für Zeichen gleich sind, mit Port und Parametern (RFC 3261 22.4).</translation>
    </message>
    <message>
        <source>The server may want both to be the same, letter by letter, with port and parameters (RFC 3261 22.4).</source>
        <translation>Der Server verlangt womöglich, dass beide Zeichen für Zeichen gleich sind, mit Port und Parametern (RFC 3261 22.4).</translation>
    </message>
    <message>
        <source>%1 to an answer whose digest uri is %2 while the Request-URI is %3. %4</source>
        <translation>%1 auf eine Digest-Antwort mit der uri %2, obwohl die Request-URI %3 lautet. %4</translation>
    </message>
    <message>
        <source>Retry with the Request-URI as digest uri</source>
        <translation>Erneut mit der Request-URI als Digest-uri</translation>
    </message>
    <message>
        <source>The answer that was sent for realm %1 is not the one that follows from the user name and password of this request: worked out again from the bytes sent, it comes out differently. A row typed by hand, a changed password or an answer copied from another request does that; let the credentials make the row (RFC 2617 3.2.2.1).</source>
        <translation>Die für den Realm %1 gesendete Digest-Antwort folgt nicht aus Benutzername und Passwort dieser Anfrage: Aus den gesendeten Bytes nachgerechnet, kommt etwas anderes heraus. Gründe sind eine von Hand getippte Zeile, ein geändertes Passwort oder eine Antwort aus einer anderen Anfrage; die Zeile aus den Zugangsdaten bilden lassen (RFC 2617 3.2.2.1).</translation>
    </message>
    <message>
        <source>%1 after an answer whose arithmetic is right: it follows from the bytes sent and the user name %2 and password given. So either that user name or password is not what the server has on file for realm %3, or it refuses for another reason: account blocked, address not allowed, number not yours (RFC 3261 22.2).</source>
        <translation>%1 nach einer richtig berechneten Digest-Antwort: Sie folgt aus den gesendeten Bytes, dem Benutzernamen %2 und dem Passwort. Also hat der Server für den Realm %3 einen anderen Benutzernamen oder ein anderes Passwort hinterlegt, oder er lehnt aus anderem Grund ab: Konto gesperrt, Adresse nicht erlaubt, fremde Rufnummer (RFC 3261 22.2).</translation>
    </message>
    <message>
        <source>%1 after an answer to the challenge for realm %2%3. Without the password the answer cannot be worked out again here, so a wrong password, a wrong user name and a refusal for another reason look the same (RFC 3261 22.2).</source>
        <translation>%1 nach einer Antwort auf die Challenge für den Realm %2%3. Ohne das Passwort lässt sie sich hier nicht nachrechnen; falsches Passwort, falscher Benutzername und Ablehnung aus anderem Grund sehen daher gleich aus (RFC 3261 22.2).</translation>
    </message>
    <message>
        <source> as user %1</source>
        <translation> als Benutzer %1</translation>
    </message>
    <message>
        <source>%1 for a request from user %2 that was authenticated as %3. Many servers let an account speak only for its own number or name: From and the authentication user have to belong together.</source>
        <translation>%1 auf eine Anfrage von Benutzer %2, die als %3 authentifiziert war. Bei vielen Servern darf ein Konto nur für die eigene Nummer oder den eigenen Namen sprechen: From und Authentifizierungsname müssen zusammenpassen.</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keiner)</translation>
    </message>
    <message>
        <source>Retry with From user %1</source>
        <translation>Erneut mit From-Benutzer %1</translation>
    </message>
    <message>
        <source>The server&apos;s realm is %1, the domain asked for is %2. That is allowed, and often just a name; it can also mean that another system than expected asks for the password (RFC 3261 22.1).</source>
        <translation>Der Realm des Servers ist %1, die angefragte Domain %2. Das ist erlaubt und oft nur ein Name; es kann auch heißen, dass ein anderes System als erwartet das Passwort verlangt (RFC 3261 22.1).</translation>
    </message>
    <message>
        <source>%1: the server asks for a password for realm %2, and the request ended there without an answer. Send it again with user name and password (RFC 3261 22.1).</source>
        <translation>%1: Der Server verlangt ein Passwort für den Realm %2, und die Anfrage endete dort ohne Antwort darauf. Mit Benutzername und Passwort erneut senden (RFC 3261 22.1).</translation>
    </message>
    <message>
        <source>%1: the server asks for a password for realm %2, and none was given. Enter user name and password and send again (RFC 3261 22.1).</source>
        <translation>%1: Der Server verlangt ein Passwort für den Realm %2, angegeben war keines. Benutzername und Passwort eintragen und erneut senden (RFC 3261 22.1).</translation>
    </message>
    <message>
        <source>%1: the server asks for a password for realm %2, and none of the given ones is for that realm%3. A password is only used for its own realm; check the realm, or leave it empty to use it anywhere (RFC 3261 22.1).</source>
        <translation>%1: Der Server verlangt ein Passwort für den Realm %2, und keines der angegebenen gilt für diesen Realm%3. Ein Passwort wird nur für seinen Realm verwendet; den Realm prüfen oder leer lassen, dann gilt es überall (RFC 3261 22.1).</translation>
    </message>
    <message>
        <source> (they are for %1)</source>
        <translation> (sie gelten für %1)</translation>
    </message>
    <message>
        <source>%1: %2. Give it with the request and send again (RFC 3310, RFC 8898).</source>
        <translation>%1: %2. Mit der Anfrage angeben und erneut senden (RFC 3310, RFC 8898).</translation>
    </message>
    <message>
        <source>%1, and none of its challenges can be answered here: %2. The server has to offer Digest with MD5, SHA-256, SHA-512-256, AKAv1-MD5 or AKAv2-MD5, or Bearer (RFC 8760 2.1).</source>
        <translation>%1, und keine der Challenges ist hier beantwortbar: %2. Der Server muss Digest mit MD5, SHA-256, SHA-512-256, AKAv1-MD5 oder AKAv2-MD5 anbieten, oder Bearer (RFC 8760 2.1).</translation>
    </message>
    <message>
        <source>%1 without a %2 header: it asks for a password and does not say for what, so nothing can be answered. The server is at fault (RFC 3261 22.2).</source>
        <translation>%1 ohne %2-Header: Ein Passwort wird verlangt, ohne zu sagen, wofür; so lässt sich nichts beantworten. Der Fehler liegt beim Server (RFC 3261 22.2).</translation>
    </message>
    <message>
        <source>%1: the challenge for realm %2 was not answered, because %3.</source>
        <translation>%1: Die Challenge für den Realm %2 wurde nicht beantwortet: %3.</translation>
    </message>
    <message>
        <source>The server offered %1 for realm %2, and %3 was used: it stands first, or the request asks for it. The stronger one keeps the password safer when the trace gets into wrong hands (RFC 8760 2.4).</source>
        <translation>Der Server bot %1 für den Realm %2 an, verwendet wurde %3: Es steht zuerst, oder die Anfrage wünscht es. Das stärkere schützt das Passwort besser, wenn der Trace in falsche Hände gerät (RFC 8760 2.4).</translation>
    </message>
    <message>
        <source>Use the strongest algorithm offered</source>
        <translation>Stärksten angebotenen Algorithmus verwenden</translation>
    </message>
    <message>
        <source>%1 without ever asking for a password: the server decided by something else, most often a list of allowed addresses, or the number or domain asked for. %2 Have it allowed at the other side; another password changes nothing (RFC 3261 21.4.4).</source>
        <translation>%1, ohne je ein Passwort zu verlangen: Der Server entschied nach etwas anderem, meist nach einer Liste erlaubter Adressen oder nach Nummer oder Domain des Ziels. %2 Auf der Gegenseite freischalten lassen; ein anderes Passwort ändert nichts (RFC 3261 21.4.4).</translation>
    </message>
    <message>
        <source>It saw the request come from the address of %1 or of a NAT before it.</source>
        <translation>Er sah die Anfrage von der Adresse %1 kommen oder von der eines NAT davor.</translation>
    </message>
    <message>
        <source>It saw us as %1.</source>
        <translation>Er sah uns als %1.</translation>
    </message>
    <message>
        <source>The server called a nonce stale %1 times in a row, each time one it had only just handed out. It does not remember its own nonces: usually several machines behind one address without common memory, or a lifetime of zero (RFC 2617 3.2.1).</source>
        <translation>Der Server erklärte eine Nonce %1-mal nacheinander für „stale“, jedes Mal eine eben erst vergebene. Er merkt sich die eigenen Nonces nicht: meist mehrere Rechner hinter einer Adresse ohne gemeinsamen Speicher, oder eine Lebensdauer von null (RFC 2617 3.2.1).</translation>
    </message>
    <message>
        <source>%1: a NAT on the way gave us another one, because it was restarted, or because its binding ran out between two keep-alives. What was sent to the old one did not arrive; against the second a shorter interval helps (RFC 5626 4.4.2).</source>
        <translation>%1: Ein NAT unterwegs gab uns eine andere, weil es neu gestartet wurde oder weil sein Binding zwischen zwei Keep-Alives ablief. Was an die alte ging, kam nicht an; gegen das Zweite hilft ein kürzerer Abstand (RFC 5626 4.4.2).</translation>
    </message>
    <message>
        <source>%1 answered %2 of our keep-alives, and then no more: it is gone or was restarted, or a NAT or firewall on the way forgot the flow without a word. What was kept there cannot be reached until it is made anew (RFC 5626 4.4.1).</source>
        <translation>%1 beantwortete %2 unserer Keep-Alives und dann keine mehr: Die Gegenstelle ist weg oder wurde neu gestartet, oder ein NAT oder eine Firewall unterwegs vergaß den Flow stillschweigend. Was dort gehalten wurde, ist bis zum Neuaufbau nicht erreichbar (RFC 5626 4.4.1).</translation>
    </message>
    <message>
        <source>%1 never answered our keep-alives by STUN: either it does no STUN on its port for SIP, as many servers, or the way there is dead. If calls arrive all the same, set keep-alive to auto, which pings only who says that it answers (RFC 5626 4.4.2).</source>
        <translation>%1 beantwortete unsere Keep-Alives per STUN nie: Entweder gibt es auf dem SIP-Port dort wie bei vielen Servern kein STUN, oder der Weg dorthin ist tot. Kommen Anrufe trotzdem an, keep-alive auf auto stellen: Dann wird nur angepingt, wer Antworten zusagt (RFC 5626 4.4.2).</translation>
    </message>
    <message>
        <source>%1 never answered our keep-alives: either it does not know them, or the way there is dead. If it is reached all the same, set keep-alive to auto, which pings only who says that it answers (RFC 5626 4.4.1).</source>
        <translation>%1 beantwortete unsere Keep-Alives nie: Entweder sind sie dort unbekannt, oder der Weg dorthin ist tot. Ist das Ziel trotzdem erreichbar, keep-alive auf auto stellen: Dann wird nur angepingt, wer Antworten zusagt (RFC 5626 4.4.1).</translation>
    </message>
    <message>
        <source>%1 came from %2, but its Contact%3 names the private address %4. What follows, ACK and BYE first, is sent to that address and will not arrive from here, so calls end by themselves or cannot be hung up; the far side&apos;s NAT setting (external address) is the place to look (RFC 3261 12.1.2).</source>
        <translation>%1 kam von %2, nennt aber im Contact%3 die private Adresse %4. Was folgt, zuerst ACK und BYE, geht an diese Adresse und kommt von hier aus nicht an; Gespräche enden daher von selbst oder lassen sich nicht auflegen. Zu prüfen ist die NAT-Einstellung der Gegenstelle (externe Adresse) (RFC 3261 12.1.2).</translation>
    </message>
    <message>
        <source> and SDP</source>
        <translation> und im SDP</translation>
    </message>
    <message>
        <source>The server saw us as %1, but our Contact names the private address %2: there is a NAT between. Requests that come for us, such as BYE or an incoming call, may not arrive unless the server corrects the address itself (RFC 3581 4).</source>
        <translation>Der Server sah uns als %1, unser Contact nennt aber die private Adresse %2: Dazwischen liegt ein NAT. Anfragen an uns, etwa BYE oder ein ankommender Anruf, kommen womöglich nicht an, wenn der Server die Adresse nicht selbst korrigiert (RFC 3581 4).</translation>
    </message>
    <message>
        <source>Retry with Contact %1</source>
        <translation>Erneut mit Contact %1</translation>
    </message>
    <message>
        <source>its rspauth is %1, and %2 follows from the password</source>
        <translation>rspauth ist %1, aus dem Passwort folgt %2</translation>
    </message>
    <message>
        <source>it repeats the cnonce %1, and %2 was sent</source>
        <translation>wiederholt wird die cnonce %1, gesendet wurde %2</translation>
    </message>
    <message>
        <source>it repeats the count %1, and %2 was sent</source>
        <translation>wiederholt wird der Zähler %1, gesendet wurde %2</translation>
    </message>
    <message>
        <source>The %1 does not prove that the server knows the password for realm %2: %3. Somebody else may have answered, or a box on the way changed the message or its body; some servers also work rspauth out wrongly (RFC 2617 3.2.3).</source>
        <translation>%1 beweist nicht, dass der Server das Passwort für den Realm %2 kennt: %3. Womöglich antwortete jemand anderes, oder ein Gerät unterwegs änderte Nachricht oder Body; manche Server berechnen rspauth auch falsch (RFC 2617 3.2.3).</translation>
    </message>
    <message>
        <source>The server could not read the request: look at the marks of the request as sent, the reason phrase often names the header.</source>
        <translation>Der Server konnte die Anfrage nicht lesen: Die Markierungen der gesendeten Anfrage ansehen; die Reason Phrase nennt oft den Header.</translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation>Der Server verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>Payment is required: usually an account without credit.</source>
        <translation>Bezahlung nötig: meist ein Konto ohne Guthaben.</translation>
    </message>
    <message>
        <source>The server understood and refuses; the same request again will not help.</source>
        <translation>Der Server hat verstanden und lehnt ab; dieselbe Anfrage noch einmal hilft nicht.</translation>
    </message>
    <message>
        <source>The user or number is not known in the domain of the Request-URI: check number format, domain and whether it is registered.</source>
        <translation>Benutzer oder Nummer sind in der Domain der Request-URI unbekannt: Nummernformat, Domain und Registrierung prüfen.</translation>
    </message>
    <message>
        <source>This method is not allowed for that address; Allow lists those that are.</source>
        <translation>Diese Methode ist für die Adresse nicht erlaubt; Allow nennt die erlaubten.</translation>
    </message>
    <message>
        <source>Nothing the Accept header allows can be given.</source>
        <translation>Nichts von dem, was der Accept-Header zulässt, ist lieferbar.</translation>
    </message>
    <message>
        <source>A proxy on the way asks for a password.</source>
        <translation>Ein Proxy auf dem Weg verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>It came from the wire: a server on the way waited for the next one and gave up; the fault lies behind the one that answered.</source>
        <translation>Von der Leitung empfangen: Ein Server auf dem Weg wartete auf den nächsten und gab auf; der Fehler liegt hinter dem, der antwortete.</translation>
    </message>
    <message>
        <source>The address existed and is gone, without a new one.</source>
        <translation>Die Adresse gab es und gibt es nicht mehr; eine neue ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The entity tag of the publication is not current: publish again without SIP-If-Match.</source>
        <translation>Das Entity-Tag der Veröffentlichung ist nicht aktuell: ohne SIP-If-Match neu veröffentlichen.</translation>
    </message>
    <message>
        <source>The body is larger than the server takes.</source>
        <translation>Der Body ist größer, als der Server annimmt.</translation>
    </message>
    <message>
        <source>The Request-URI is longer than the server takes.</source>
        <translation>Die Request-URI ist länger, als der Server annimmt.</translation>
    </message>
    <message>
        <source>The server does not take this type or encoding of the body; Accept lists what it takes.</source>
        <translation>Der Server nimmt diesen Typ oder diese Kodierung des Body nicht an; Accept nennt, was er annimmt.</translation>
    </message>
    <message>
        <source>The scheme of the Request-URI is not served: use a sip: URI.</source>
        <translation>Das Schema der Request-URI wird nicht bedient: eine sip:-URI verwenden.</translation>
    </message>
    <message>
        <source>The request requires an extension the server does not have; Unsupported names it.</source>
        <translation>Die Anfrage verlangt eine Erweiterung, die der Server nicht hat; Unsupported nennt sie.</translation>
    </message>
    <message>
        <source>The server insists on an extension the request does not offer; its Require header names it.</source>
        <translation>Der Server besteht auf einer Erweiterung, die die Anfrage nicht anbietet; sein Require-Header nennt sie.</translation>
    </message>
    <message>
        <source>The session interval is too short; Min-SE says the least.</source>
        <translation>Das Sitzungsintervall ist zu kurz; Min-SE nennt das kürzeste.</translation>
    </message>
    <message>
        <source>The time asked for is too short; Min-Expires says the least.</source>
        <translation>Die verlangte Dauer ist zu kurz; Min-Expires nennt die kürzeste.</translation>
    </message>
    <message>
        <source>The server wants a signed caller identity (Identity header).</source>
        <translation>Der Server verlangt eine signierte Anruferidentität (Identity-Header).</translation>
    </message>
    <message>
        <source>The server wants to know on whose behalf this is referred (Referred-By).</source>
        <translation>Der Server will wissen, in wessen Auftrag weitervermittelt wird (Referred-By).</translation>
    </message>
    <message>
        <source>Anonymous callers are not taken: send a caller identity.</source>
        <translation>Anonyme Anrufer werden nicht angenommen: eine Anruferidentität senden.</translation>
    </message>
    <message>
        <source>The certificate named in the Identity header could not be fetched.</source>
        <translation>Das im Identity-Header genannte Zertifikat war nicht abrufbar.</translation>
    </message>
    <message>
        <source>The certificate of the Identity header is not accepted.</source>
        <translation>Das Zertifikat des Identity-Headers wird nicht akzeptiert.</translation>
    </message>
    <message>
        <source>The Identity header does not fit the request: something between changed it, or it is too old.</source>
        <translation>Der Identity-Header passt nicht zur Anfrage: Etwas unterwegs hat sie verändert, oder er ist zu alt.</translation>
    </message>
    <message>
        <source>The user is known but cannot be reached now: not registered, do not disturb, or no answer.</source>
        <translation>Der Teilnehmer ist bekannt, aber gerade nicht erreichbar: nicht registriert, „Nicht stören“ oder keine Antwort.</translation>
    </message>
    <message>
        <source>The far side knows no such call or transaction: it has ended there, or the tags and Call-ID do not match.</source>
        <translation>Die Gegenstelle kennt kein solches Gespräch und keine solche Transaktion: dort schon beendet, oder Tags und Call-ID passen nicht.</translation>
    </message>
    <message>
        <source>The request came back to a server it had passed: a routing loop.</source>
        <translation>Die Anfrage kam zu einem Server zurück, den sie schon passiert hatte: eine Routing-Schleife.</translation>
    </message>
    <message>
        <source>Max-Forwards reached zero: a routing loop, or a value too small for the way.</source>
        <translation>Max-Forwards erreichte null: eine Routing-Schleife oder ein zu kleiner Wert für den Weg.</translation>
    </message>
    <message>
        <source>The number is not complete.</source>
        <translation>Die Nummer ist unvollständig.</translation>
    </message>
    <message>
        <source>The address fits several users.</source>
        <translation>Die Adresse passt auf mehrere Benutzer.</translation>
    </message>
    <message>
        <source>The user is busy.</source>
        <translation>Der Teilnehmer ist besetzt.</translation>
    </message>
    <message>
        <source>The request was ended by a CANCEL or BYE.</source>
        <translation>Die Anfrage wurde durch CANCEL oder BYE beendet.</translation>
    </message>
    <message>
        <source>The offer in the body is not acceptable here: no common codec, encryption wanted or not wanted, or no media address.</source>
        <translation>Das Offer im Body ist hier nicht akzeptabel: kein gemeinsamer Codec, Verschlüsselung verlangt oder unerwünscht, oder keine Medienadresse.</translation>
    </message>
    <message>
        <source>The event package is not known there; Allow-Events lists those that are.</source>
        <translation>Das Event-Package ist dort unbekannt; Allow-Events nennt die bekannten.</translation>
    </message>
    <message>
        <source>Another request of this kind is going on in the call: try again after a short while.</source>
        <translation>Eine andere Anfrage dieser Art läuft gerade im Gespräch: nach kurzer Zeit erneut versuchen.</translation>
    </message>
    <message>
        <source>The encrypted body could not be read.</source>
        <translation>Der verschlüsselte Body war nicht lesbar.</translation>
    </message>
    <message>
        <source>The server wants an agreement on security first (Security-Client).</source>
        <translation>Der Server verlangt zuerst eine Sicherheitsvereinbarung (Security-Client).</translation>
    </message>
    <message>
        <source>The server has an internal fault, or lacks a resource; its log tells more than this answer.</source>
        <translation>Der Server hat einen internen Fehler, oder ihm fehlt eine Ressource; sein Log sagt mehr als diese Antwort.</translation>
    </message>
    <message>
        <source>The server does not know this method at all.</source>
        <translation>Der Server kennt diese Methode gar nicht.</translation>
    </message>
    <message>
        <source>The server got an answer from further on that it cannot use.</source>
        <translation>Der Server bekam von weiter hinten eine Antwort, die er nicht verwenden kann.</translation>
    </message>
    <message>
        <source>The server is overloaded, in maintenance, or has no working way onward; do not retry before Retry-After.</source>
        <translation>Der Server ist überlastet, in Wartung oder kommt selbst nicht weiter; nicht vor Retry-After erneut versuchen.</translation>
    </message>
    <message>
        <source>The server asked another one, such as DNS or a gateway, and got no answer in time.</source>
        <translation>Der Server fragte einen anderen, etwa DNS oder ein Gateway, und bekam nicht rechtzeitig Antwort.</translation>
    </message>
    <message>
        <source>The server does not speak this version of SIP.</source>
        <translation>Der Server spricht diese SIP-Version nicht.</translation>
    </message>
    <message>
        <source>The message is larger than the server can handle.</source>
        <translation>Die Nachricht ist größer, als der Server verarbeiten kann.</translation>
    </message>
    <message>
        <source>The preconditions for media (QoS) could not be met.</source>
        <translation>Die Vorbedingungen für Medien (QoS) waren nicht erfüllbar.</translation>
    </message>
    <message>
        <source>The user is busy everywhere.</source>
        <translation>Der Teilnehmer ist überall besetzt.</translation>
    </message>
    <message>
        <source>The user, or a policy on behalf of the user, declined; no other place is worth trying.</source>
        <translation>Der Teilnehmer oder eine Regel in seinem Namen lehnte ab; ein Versuch anderswo lohnt nicht.</translation>
    </message>
    <message>
        <source>The user does not exist anywhere.</source>
        <translation>Den Teilnehmer gibt es nirgends.</translation>
    </message>
    <message>
        <source>The user would answer, but the session as described is not acceptable: media, codec or bandwidth.</source>
        <translation>Der Teilnehmer würde annehmen, aber die beschriebene Sitzung ist nicht akzeptabel: Medien, Codec oder Bandbreite.</translation>
    </message>
    <message>
        <source>The called party marked this call as unwanted.</source>
        <translation>Der gerufene Teilnehmer hat diesen Anruf als unerwünscht markiert.</translation>
    </message>
    <message>
        <source>An intermediary rejected the call, often a spam filter.</source>
        <translation>Eine Zwischenstelle lehnte den Anruf ab, oft ein Spamfilter.</translation>
    </message>
    <message>
        <source>Retry over TCP</source>
        <translation>Erneut über TCP</translation>
    </message>
    <message>
        <source>Retry over UDP</source>
        <translation>Erneut über UDP</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>Nothing was sent, because TLS did not come about.</source>
        <translation>Nichts wurde gesendet, weil TLS nicht zustande kam.</translation>
    </message>
    <message>
        <source>TLS was ended by the peer after the handshake.</source>
        <translation>Die Gegenstelle beendete TLS nach dem Handshake.</translation>
    </message>
    <message>
        <source>Nothing was sent, because TLS did not come about: %1.</source>
        <translation>Nichts wurde gesendet, weil TLS nicht zustande kam: %1.</translation>
    </message>
    <message>
        <source>If that CA is yours, give its file as a trusted one (RFC 3261 26.3.1).</source>
        <translation>Bei einer eigenen CA deren Datei als vertrauenswürdig angeben (RFC 3261 26.3.1).</translation>
    </message>
    <message>
        <source>Have the server send its whole chain, or give the file of the CA as a trusted one (RFC 3261 26.3.1).</source>
        <translation>Den Server die ganze Kette senden lassen oder die Datei der CA als vertrauenswürdig angeben (RFC 3261 26.3.1).</translation>
    </message>
    <message>
        <source>The server needs a new certificate (RFC 3261 26.3.1).</source>
        <translation>Der Server braucht ein neues Zertifikat (RFC 3261 26.3.1).</translation>
    </message>
    <message>
        <source>Ask for a name the certificate has, or have it made for this one; the name to compare can be set (RFC 5922 7).</source>
        <translation>Einen Namen verlangen, den das Zertifikat hat, oder es für diesen ausstellen lassen; der zu vergleichende Name ist einstellbar (RFC 5922 7).</translation>
    </message>
    <message>
        <source>Ask for another way, or have the proxy let this one through (RFC 9110 9.3.6).</source>
        <translation>Einen anderen Weg nehmen oder diesen im Proxy freigeben lassen (RFC 9110 9.3.6).</translation>
    </message>
    <message>
        <source>Perhaps something else listens there: compare port, path and TLS with what the server is set to.</source>
        <translation>Vielleicht lauscht dort etwas anderes: Port, Pfad und TLS mit den Einstellungen des Servers vergleichen.</translation>
    </message>
    <message>
        <source>It speaks WebSocket there, but no SIP (RFC 7118 4.1) or not by the rules (RFC 6455 4.2.2): is the path the right one?</source>
        <translation>Dort wird WebSocket gesprochen, aber kein SIP (RFC 7118 4.1) oder nicht regelgerecht (RFC 6455 4.2.2): Stimmt der Pfad?</translation>
    </message>
    <message>
        <source>Give what it asks for as a header of the handshake (RFC 6455 10.5).</source>
        <translation>Das Verlangte als Header des Handshakes angeben (RFC 6455 10.5).</translation>
    </message>
    <message>
        <source>Servers refuse so by Origin, path or cookie: compare them with what works (RFC 6455 4.2.2).</source>
        <translation>Server lehnen so wegen Origin, Pfad oder Cookie ab: mit dem vergleichen, was funktioniert (RFC 6455 4.2.2).</translation>
    </message>
    <message>
        <source>The path is not the one the server has (RFC 6455 4.2.2).</source>
        <translation>Diesen Pfad hat der Server nicht (RFC 6455 4.2.2).</translation>
    </message>
    <message>
        <source>It is not followed by itself; use the address it names if that is right (RFC 6455 4.2.2).</source>
        <translation>Der Umleitung wird nicht von selbst gefolgt; die genannte Adresse verwenden, wenn sie stimmt (RFC 6455 4.2.2).</translation>
    </message>
    <message>
        <source>It speaks HTTP there, but opens no WebSocket for this path and these headers (RFC 6455 4.2.2).</source>
        <translation>Dort wird HTTP gesprochen, aber für diesen Pfad und diese Header kein WebSocket geöffnet (RFC 6455 4.2.2).</translation>
    </message>
    <message>
        <source>Nothing was sent, because the WebSocket did not come about: %1. %2</source>
        <translation>Nichts wurde gesendet, weil der WebSocket nicht zustande kam: %1. %2</translation>
    </message>
    <message>
        <source>Nothing was sent, because the WebSocket did not come about.</source>
        <translation>Nichts wurde gesendet, weil der WebSocket nicht zustande kam.</translation>
    </message>
    <message>
        <source>The WebSocket was open, and ended before the answer came; its Close, if there was one, says why (RFC 6455 7.4).%1</source>
        <translation>Der WebSocket war offen und endete, bevor die Antwort kam; sein Close, falls es einen gab, nennt den Grund (RFC 6455 7.4).%1</translation>
    </message>
    <message>
        <source>which does not fit one Ethernet packet: it travels in fragments, and many firewalls drop those</source>
        <translation>das passt nicht in ein Ethernet-Paket und reist in Fragmenten, die viele Firewalls verwerfen</translation>
    </message>
    <message>
        <source>which a tunnel or VPN on the way may have to cut into fragments, and many firewalls drop those</source>
        <translation>ein Tunnel oder VPN unterwegs muss das womöglich in Fragmente teilen, die viele Firewalls verwerfen</translation>
    </message>
    <message>
        <source>Nothing came back for a %1 of %2 octets over UDP, %3. Shorten it below 1300 octets or send it over TCP, and compare (RFC 3261 18.1.1).</source>
        <translation>Auf %1 mit %2 Oktetten über UDP kam nichts zurück; %3. Unter 1300 Oktette kürzen oder über TCP senden und vergleichen (RFC 3261 18.1.1).</translation>
    </message>
    <message>
        <source>%1 answered %2 and then nothing more for %3. So the way there and back works; what stands behind that server did not answer in time (RFC 3261 17.1).</source>
        <translation>%1 antwortete %2 und dann %3 lang nichts mehr. Hin- und Rückweg funktionieren also; was hinter diesem Server steht, antwortete nicht rechtzeitig (RFC 3261 17.1).</translation>
    </message>
    <message>
        <source>%1 was sent %2 to %3 within %4 and the answer, %5, came only after we had given up: the server or the way is slow. (RFC 3261 17.1)</source>
        <translation>%1 wurde innerhalb von %4 %2 an %3 gesendet, und die Antwort %5 kam erst, als schon aufgegeben war: Der Server oder der Weg ist langsam. (RFC 3261 17.1)</translation>
    </message>
    <message>
        <source>%1 was sent %2 to %3 within %4 and nothing came back, not even an ICMP error. Usual reasons: wrong address or port, a firewall that drops silently, or a server that ignores senders it does not know. (RFC 3261 17.1)</source>
        <translation>%1 wurde innerhalb von %4 %2 an %3 gesendet, und nichts kam zurück, nicht einmal ein ICMP-Fehler. Übliche Gründe: falsche Adresse, falscher Port, eine still verwerfende Firewall oder ein Server, der unbekannte Absender ignoriert. (RFC 3261 17.1)</translation>
    </message>
    <message>
        <source>%1 was sent %2 to %3 within %4 and nothing came back, although the connection stands. Something accepts connections there and does not speak SIP, or does not answer this request. (RFC 3261 17.1)</source>
        <translation>%1 wurde innerhalb von %4 %2 an %3 gesendet, und nichts kam zurück, obwohl die Verbindung steht. Dort nimmt etwas Verbindungen an und spricht kein SIP oder beantwortet diese Anfrage nicht. (RFC 3261 17.1)</translation>
    </message>
    <message>
        <source>(reported by %1)</source>
        <translation>(ICMP von %1)</translation>
    </message>
    <message>
        <source>The report: %1.</source>
        <translation>Gemeldet: %1.</translation>
    </message>
    <message>
        <source>The %1 was sent, but no NOTIFY came: either it went to a Contact that cannot be reached, or the other side does not notify at once as it has to (RFC 6665 4.1.2.4).</source>
        <translation>%1 wurde gesendet, aber kein NOTIFY kam: Entweder ging es an einen unerreichbaren Contact, oder die Gegenstelle sendet es nicht sofort, wie sie muss (RFC 6665 4.1.2.4).</translation>
    </message>
    <message>
        <source>Nothing listens on %1: the machine is there and says so. Wrong port, other transport, or the server is not running.%2</source>
        <translation>Auf %1 lauscht nichts: Der Rechner ist da und meldet das. Falscher Port, anderer Transport, oder der Server läuft nicht.%2</translation>
    </message>
    <message>
        <source>%1 could not be reached: a machine on the way, or our own, knows no route or forbids it. Check address, routing, VPN and firewall.%2</source>
        <translation>%1 ist nicht erreichbar: Ein Rechner unterwegs oder der eigene kennt keine Route oder verbietet es. Adresse, Routing, VPN und Firewall prüfen.%2</translation>
    </message>
    <message>
        <source>The connection to %1 was closed by us before the answer was here: what came cannot be used, or nothing came for very long.%2 Something else than SIP may answer there; the raw octets stand in the row before. (RFC 3261 18.3)</source>
        <translation>Die Verbindung zu %1 wurde von uns geschlossen, bevor die Antwort da war: Was kam, ist unbrauchbar, oder sehr lange kam nichts.%2 Womöglich antwortet dort etwas anderes als SIP; die rohen Oktette stehen in der Zeile davor. (RFC 3261 18.3)</translation>
    </message>
    <message>
        <source>The connection to %1 was cut by the other side before it answered. Servers do that to peers they do not know and to messages they cannot read; so do firewalls.%2</source>
        <translation>Die Verbindung zu %1 wurde von der Gegenstelle vor einer Antwort abgebrochen. Server tun das bei Unbekannten und bei unlesbaren Nachrichten; Firewalls auch.%2</translation>
    </message>
    <message>
        <source>The request of %1 octets is too large for a datagram on this path. Shorten it, or send it over TCP.%2 (RFC 3261 18.1.1)</source>
        <translation>Die Anfrage mit %1 Oktetten ist zu groß für ein Datagramm auf diesem Weg. Kürzen oder über TCP senden.%2 (RFC 3261 18.1.1)</translation>
    </message>
    <message>
        <source>The request is too large for a datagram on this path. Shorten it, or send it over TCP.%1 (RFC 3261 18.1.1)</source>
        <translation>Die Anfrage ist zu groß für ein Datagramm auf diesem Weg. Kürzen oder über TCP senden.%1 (RFC 3261 18.1.1)</translation>
    </message>
    <message>
        <source>The request was not sent, because DNS did not lead to a server. The rows before tell what was asked and answered. An IP address as target, e.g. udp:192.0.2.1:5060, does without DNS.%1 (RFC 3263 4)</source>
        <translation>Die Anfrage wurde nicht gesendet, weil DNS zu keinem Server führte. Die Zeilen davor zeigen, was gefragt und geantwortet wurde. Eine IP-Adresse als Ziel, z. B. udp:192.0.2.1:5060, kommt ohne DNS aus.%1 (RFC 3263 4)</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>calls itself %1</source>
        <translation>nennt sich %1</translation>
    </message>
    <message>
        <source>arrived there through %1</source>
        <translation>kam dort an über %1</translation>
    </message>
    <message>
        <source>The first hop saw us as %1%2.</source>
        <translation>Der erste Hop sah uns als %1%2.</translation>
    </message>
    <message>
        <source>Recorded routes, nearest to the target first: %1.</source>
        <translation>Record-Route, dem Ziel am nächsten zuerst: %1.</translation>
    </message>
    <message>
        <source>Path: %1</source>
        <translation>Weg: %1</translation>
    </message>
    <message>
        <source>Path of %1 %2</source>
        <translation>Weg von %1 %2</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>head of a column</comment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Round trip, ms</source>
        <translation>Umlaufzeit, ms</translation>
    </message>
    <message>
        <source>From</source>
        <comment>head of a column</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>answered although Max-Forwards is used up: it is the target itself, or it does not look at Max-Forwards</source>
        <translation>geantwortet, obwohl Max-Forwards aufgebraucht ist: Es ist das Ziel selbst oder beachtet Max-Forwards nicht</translation>
    </message>
    <message>
        <source>the request came over %1 hops with Max-Forwards %2: one on the way does not count it down</source>
        <translation>die Anfrage kam mit Max-Forwards %2 über %1 Hops: Einer unterwegs zählt nicht herunter</translation>
    </message>
    <message>
        <source>the same host stands in its Via rows more than once: the request goes in circles, or spirals</source>
        <translation>derselbe Host steht mehrmals in den Via-Zeilen: Die Anfrage läuft im Kreis oder in einer Spirale</translation>
    </message>
    <message>
        <source>%1 answered with Max-Forwards %2 already: a loop through it, or it counts twice</source>
        <translation>%1 antwortete schon bei Max-Forwards %2: eine Schleife über diesen Hop, oder er zählt doppelt</translation>
    </message>
    <message>
        <source>no answer: this hop drops what it should refuse with 483, or its answer is lost</source>
        <translation>keine Antwort: Dieser Hop verwirft, was er mit 483 ablehnen sollte, oder seine Antwort geht verloren</translation>
    </message>
    <message>
        <source>a hop on the way waited in vain for the one behind it</source>
        <translation>ein Hop unterwegs wartete vergeblich auf den dahinter</translation>
    </message>
    <message>
        <source>1 hop</source>
        <translation>1 Hop</translation>
    </message>
    <message>
        <source>%1 hops</source>
        <translation>%1 Hops</translation>
    </message>
    <message>
        <source>Max-Forwards %1 was the last that was to be tried, and %2.</source>
        <translation>Max-Forwards %1 war der letzte vorgesehene Wert, und %2.</translation>
    </message>
    <message>
        <source>a 483 came back for it too</source>
        <translation>auch darauf kam 483 zurück</translation>
    </message>
    <message>
        <source>nothing answers it</source>
        <translation>nichts antwortet darauf</translation>
    </message>
    <message>
        <source>%1 s are over, longer it may not take.</source>
        <translation>%1 s sind um, länger darf es nicht dauern.</translation>
    </message>
    <message>
        <source>%1 %2 behind %3.</source>
        <translation>%1 %2 hinter %3.</translation>
    </message>
    <message>
        <source>482: the request comes back to where it was, after %1.</source>
        <translation>482: Die Anfrage kommt nach %1 dorthin zurück, wo sie schon war.</translation>
    </message>
    <message>
        <source>The first hop can no longer be reached: %1.</source>
        <translation>Der erste Hop ist nicht mehr erreichbar: %1.</translation>
    </message>
    <message>
        <source>The first hop cannot be reached: %1.</source>
        <translation>Der erste Hop ist nicht erreichbar: %1.</translation>
    </message>
    <message>
        <source>Nothing answers, whatever Max-Forwards is.</source>
        <translation>Nichts antwortet, bei keinem Wert von Max-Forwards.</translation>
    </message>
    <message>
        <source>Nothing answers any more behind %1.</source>
        <translation>Hinter %1 antwortet nichts mehr.</translation>
    </message>
    <message>
        <source>Stopped before the first request came to an end.</source>
        <translation>Angehalten, bevor die erste Anfrage zu Ende war.</translation>
    </message>
    <message>
        <source>Stopped after %1.</source>
        <translation>Angehalten nach %1.</translation>
    </message>
    <message>
        <source>us</source>
        <comment>a place on a path</comment>
        <translation>wir</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>hop %1</source>
        <translation>Hop %1</translation>
    </message>
    <message>
        <source>is sent as typed: neither its size nor its Max-Forwards can be changed</source>
        <translation>wird wie getippt gesendet: weder Größe noch Max-Forwards sind änderbar</translation>
    </message>
    <message>
        <source>is never answered, or not by itself; nothing can be learned from it</source>
        <translation>wird nie oder nicht für sich beantwortet; daraus ist nichts zu erfahren</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>%1; saves %2 octets</source>
        <translation>%1; spart %2 Oktette</translation>
    </message>
    <message>
        <source>Fewer codecs</source>
        <translation>Weniger Codecs</translation>
    </message>
    <message>
        <source>Of each medium the first codec and telephone events</source>
        <translation>Je Medium der erste Codec und Telephone-Events</translation>
    </message>
    <message>
        <source>Compact header names</source>
        <translation>Kurze Header-Namen</translation>
    </message>
    <message>
        <source>Short names, as &quot;v&quot; for Via (RFC 3261 7.3.3)</source>
        <translation>Kurzformen wie „v“ für Via (RFC 3261 7.3.3)</translation>
    </message>
    <message>
        <source>Without X- headers</source>
        <translation>Ohne X-Header</translation>
    </message>
    <message>
        <source>Rows that begin with X- stay here and are not sent</source>
        <translation>Zeilen mit X- am Anfang bleiben hier und werden nicht gesendet</translation>
    </message>
    <message>
        <source>A stream takes any size (RFC 3261 18.1.1)</source>
        <translation>Ein Stream trägt jede Größe (RFC 3261 18.1.1)</translation>
    </message>
    <message>
        <source>Over TCP</source>
        <translation>Über TCP</translation>
    </message>
    <message>
        <source>Over TLS</source>
        <translation>Über TLS</translation>
    </message>
    <message>
        <source>sweeps go over UDP and TCP, and this target wants %1</source>
        <translation>Größentests gehen über UDP und TCP, dieses Ziel verlangt %1</translation>
    </message>
    <message>
        <source>the request has %1 octets at least, which is more than the largest size, %2</source>
        <translation>die Anfrage hat mindestens %1 Oktette, mehr als die obere Grenze, %2</translation>
    </message>
    <message>
        <source>%1 sent, no more are allowed</source>
        <translation>%1 gesendet, mehr sind nicht erlaubt</translation>
    </message>
    <message>
        <source>%1 s are over, longer it may not take</source>
        <translation>%1 s sind um, länger darf es nicht dauern</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>octets of the request</source>
        <translation>Oktette der Anfrage</translation>
    </message>
    <message>
        <source>round trip, ms</source>
        <translation>Umlaufzeit, ms</translation>
    </message>
    <message>
        <source>%1: %2 answered, %3 not</source>
        <translation>%1: %2 beantwortet, %3 nicht</translation>
    </message>
    <message>
        <source>%1 %2 passes</source>
        <translation>%1 %2 kommt durch</translation>
    </message>
    <message>
        <source>Over</source>
        <comment>head of a column: the transport</comment>
        <translation>Über</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>All sizes</source>
        <translation>Alle Größen</translation>
    </message>
    <message>
        <source>The request, %1 octets</source>
        <translation>Die Anfrage, %1 Oktette</translation>
    </message>
    <message>
        <source>, whose interface takes packets of %1 octets</source>
        <translation>, dessen Schnittstelle Pakete bis %1 Oktette nimmt</translation>
    </message>
    <message>
        <source>From %1%2, to %3, %4.</source>
        <translation>Von %1%2, an %3, %4.</translation>
    </message>
    <message>
        <source>Sizes and round trips; the same numbers are in the table</source>
        <translation>Größen und Umlaufzeiten; dieselben Zahlen stehen in der Tabelle</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the tag of this language, for HTML</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>The last size that passed</source>
        <translation>Die letzte Größe, die durchkam</translation>
    </message>
    <message>
        <source>The first size that did not</source>
        <translation>Die erste Größe, die nicht durchkam</translation>
    </message>
    <message>
        <source>%1 to %2 ms</source>
        <translation>%1 bis %2 ms</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 von %2 beantwortet</translation>
    </message>
    <message>
        <source>%1 copies</source>
        <translation>%1 Kopien</translation>
    </message>
    <message>
        <source>in %1 packets of at most %2</source>
        <translation>in %1 Paketen zu höchstens %2</translation>
    </message>
    <message>
        <source>%1 octets: %2</source>
        <translation>%1 Oktette: %2</translation>
    </message>
    <message>
        <source>Not finished: %1.</source>
        <translation>Nicht beendet: %1.</translation>
    </message>
    <message>
        <source>From %1 to %2, %3.</source>
        <translation>Von %1 an %2, %3.</translation>
    </message>
    <message>
        <source>keep requests at %1 octets or below: fewer codecs, compact header names, no X- headers</source>
        <translation>Anfragen auf höchstens %1 Oktette begrenzen: weniger Codecs, kurze Header-Namen, keine X-Header</translation>
    </message>
    <message>
        <source>Over %1, %2 octets pass.</source>
        <translation>Über %1 kommen %2 Oktette durch.</translation>
    </message>
    <message>
        <source>%1: packets of more than %2 octets vanish, and no router says so. A path MTU black hole: a tunnel or PPPoE on the way takes %2 octets, and its ICMP messages are filtered.%3</source>
        <translation>%1: Pakete über %2 Oktette verschwinden, und kein Router sagt es. Ein Path-MTU-Black-Hole: Ein Tunnel oder PPPoE unterwegs nimmt höchstens %2 Oktette, und seine ICMP-Meldungen werden gefiltert.%3</translation>
    </message>
    <message>
        <source>Let ICMP &quot;fragmentation needed&quot; through on the way, or %1%2.</source>
        <translation>ICMP „fragmentation needed“ unterwegs durchlassen oder %1%2.</translation>
    </message>
    <message>
        <source>%1 passes up to %2 octets and is lost from %3 on</source>
        <translation>%1 kommt bis %2 Oktette durch und geht ab %3 verloren</translation>
    </message>
    <message>
        <source>send over %1, or </source>
        <translation>über %1 senden oder </translation>
    </message>
    <message>
        <source>the path</source>
        <translation>der Weg</translation>
    </message>
    <message>
        <source>%1: %2 says that it takes packets of %3 octets (ICMP fragmentation needed), and what is cut up for it does not arrive either.%4</source>
        <translation>%1: %2 meldet, nur Pakete bis %3 Oktette zu nehmen (ICMP fragmentation needed), und auch dafür Zerteiltes kommt nicht an.%4</translation>
    </message>
    <message>
        <source>%1: %2 says that it takes less (ICMP fragmentation needed), and what is cut up for it does not arrive either.%3</source>
        <translation>%1: %2 meldet, weniger zu nehmen (ICMP fragmentation needed), und auch dafür Zerteiltes kommt nicht an.%3</translation>
    </message>
    <message>
        <source>%1: what fits into one packet of %2 octets arrives, what has to be cut into fragments does not. A firewall, a NAT or the server drops fragments.%3</source>
        <translation>%1: Was in ein Paket mit %2 Oktetten passt, kommt an; was in Fragmente zerteilt werden muss, nicht. Eine Firewall, ein NAT oder der Server verwirft Fragmente.%3</translation>
    </message>
    <message>
        <source>%1, although %2. The server drops what is larger without a word, or something before it does.%3</source>
        <translation>%1, obwohl %2. Der Server verwirft Größeres ohne ein Wort, oder etwas davor tut es.%3</translation>
    </message>
    <message>
        <source>each is a single packet</source>
        <translation>jede Anfrage nur ein Paket ist</translation>
    </message>
    <message>
        <source>smaller ones arrive in several packets too</source>
        <translation>kleinere auch in mehreren Paketen ankommen</translation>
    </message>
    <message>
        <source>; ask who runs the server for its limit</source>
        <translation>; beim Betreiber des Servers nach dessen Grenze fragen</translation>
    </message>
    <message>
        <source>Nothing was measured over %1.</source>
        <translation>Über %1 wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>%1 passes in every size tried, up to %2 octets%3%4.</source>
        <translation>%1 kommt in jeder versuchten Größe durch, bis %2 Oktette%3%4.</translation>
    </message>
    <message>
        <source>, in %1 packets</source>
        <translation>, in %1 Paketen</translation>
    </message>
    <message>
        <source>; a router on the way takes less (ICMP fragmentation needed), and fragments get through</source>
        <translation>; ein Router unterwegs nimmt weniger (ICMP fragmentation needed), und Fragmente kommen durch</translation>
    </message>
    <message>
        <source>%1 does not get there at all: %2.</source>
        <translation>%1 kommt gar nicht erst hin: %2.</translation>
    </message>
    <message>
        <source>%1: not even %2 octets are answered. That is no matter of size.</source>
        <translation>%1: Nicht einmal %2 Oktette werden beantwortet. Das liegt nicht an der Größe.</translation>
    </message>
    <message>
        <source>Try a smaller size, another method, or another transport.</source>
        <translation>Eine kleinere Größe, eine andere Methode oder einen anderen Transport versuchen.</translation>
    </message>
    <message>
        <source>UDP passes up to %1 octets and is lost from %2 on</source>
        <translation>UDP kommt bis %1 Oktette durch und geht ab %2 verloren</translation>
    </message>
    <message>
        <source>What is larger still leaves in fragments, and arrives.</source>
        <translation>Noch Größeres geht in Fragmenten ab und kommt an.</translation>
    </message>
    <message>
        <source>%1: sizes that are lost and sizes that are answered take turns. The line loses packets of any size.</source>
        <translation>%1: Verlorene und beantwortete Größen wechseln sich ab. Die Strecke verliert Pakete jeder Größe.</translation>
    </message>
    <message>
        <source>Send each size several times, and look at the line first.</source>
        <translation>Jede Größe mehrmals senden und zuerst die Strecke ansehen.</translation>
    </message>
    <message>
        <source>The server refuses %1 octets over %2 with %3 %4%5.</source>
        <translation>Der Server lehnt %1 Oktette über %2 mit %3 %4 ab%5.</translation>
    </message>
    <message>
        <source>; up to %1 it takes</source>
        <translation>; bis %1 nimmt er an</translation>
    </message>
    <message>
        <source>Raise the limit of the server, or %1.</source>
        <translation>Die Grenze des Servers anheben oder %1.</translation>
    </message>
    <message>
        <source>Raise the limit of the server.</source>
        <translation>Die Grenze des Servers anheben.</translation>
    </message>
    <message>
        <source>%1 passes up to %2 octets; at %3: %4.</source>
        <translation>%1 kommt bis %2 Oktette durch; bei %3: %4.</translation>
    </message>
    <message>
        <source>Look in the log of the server for its limit of a message.</source>
        <translation>Im Log des Servers nach seiner Grenze für Nachrichten suchen.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>the path takes %1</source>
        <translation>der Weg nimmt %1</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>MTU sweep: %1 %2, %3 to %4 octets</source>
        <translation>Größentest (MTU): %1 %2, %3 bis %4 Oktette</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no answer; write a status from 100 to 699, with a pause before it if you like: 2s 200</source>
        <translation>„%1“ ist keine Antwort; zu schreiben ist ein Status von 100 bis 699, auf Wunsch mit einer Pause davor: 2s 200</translation>
    </message>
    <message>
        <source>only 101 to 199 can be sent reliably, %1 cannot (RFC 3262 3)</source>
        <translation>nur 101 bis 199 können zuverlässig gesendet werden, %1 nicht (RFC 3262 3)</translation>
    </message>
    <message>
        <source>a BYE in the dialog is always answered 200, because it ends with it (RFC 3261 15.1.2)</source>
        <translation>ein BYE im Dialog wird immer mit 200 beantwortet, weil der Dialog damit endet (RFC 3261 15.1.2)</translation>
    </message>
    <message>
        <source>no rule decides about %1: an ACK is never answered, and a CANCEL at once by its transaction (RFC 3261 9.2)</source>
        <translation>über %1 entscheidet keine Regel: Ein ACK wird nie beantwortet und ein CANCEL sofort von seiner Transaktion (RFC 3261 9.2)</translation>
    </message>
    <message>
        <source>%1 is only a provisional answer, and %2 needs a final one: add one behind it, e.g. &quot;%3: %1, 1s 200&quot;</source>
        <translation>%1 ist nur eine vorläufige Antwort, und %2 braucht eine endgültige: eine dahinter anfügen, z. B. &quot;%3: %1, 1s 200&quot;</translation>
    </message>
    <message>
        <source>every request but INVITE</source>
        <translation>jede Anfrage außer INVITE</translation>
    </message>
    <message>
        <source>only answers to INVITE can be sent reliably, not those to %1 (RFC 3262 3)</source>
        <translation>nur Antworten auf INVITE können zuverlässig gesendet werden, nicht die auf %1 (RFC 3262 3)</translation>
    </message>
    <message>
        <source>an answer is written METHOD: STATUS, e.g. &quot;INVITE: 180, 2s 200&quot; or &quot;*: 486&quot;</source>
        <translation>eine Antwort schreibt sich METHODE: STATUS, z. B. &quot;INVITE: 180, 2s 200&quot; oder &quot;*: 486&quot;</translation>
    </message>
    <message>
        <source>nothing can follow %1, which is a final answer</source>
        <translation>auf %1 kann nichts folgen, denn es ist eine endgültige Antwort</translation>
    </message>
    <message>
        <source>k with op or opc</source>
        <translation>k mit op oder opc</translation>
    </message>
    <message>
        <source>auth takes one of %1; write a list to give several</source>
        <translation>auth nimmt nur eines von %1; für mehrere eine Liste schreiben</translation>
    </message>
    <message>
        <source>auth needs a user, e.g. { user: &quot;1001&quot;, password: &quot;{{secret:NAME}}&quot; }</source>
        <translation>auth braucht einen user, z. B. { user: &quot;1001&quot;, password: &quot;{{secret:NAME}}&quot; }</translation>
    </message>
    <message>
        <source>AKA needs k, and op or opc beside it</source>
        <translation>AKA braucht k und daneben op oder opc</translation>
    </message>
    <message>
        <source>auth is { user: &quot;1001&quot;, password: &quot;{{secret:NAME}}&quot; } or a list of such</source>
        <translation>auth ist { user: &quot;1001&quot;, password: &quot;{{secret:NAME}}&quot; } oder eine Liste davon</translation>
    </message>
    <message>
        <source>auth setting</source>
        <translation>auth-Einstellung</translation>
    </message>
    <message>
        <source>ha1 is made for one realm and one algorithm: give realm and algorithm too</source>
        <translation>ha1 gilt für einen Realm und einen Algorithmus: auch realm und algorithm angeben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no length of time; write e.g. 500ms, 2s or 3min (24 hours at most)</source>
        <translation>„%1“ ist keine Zeitdauer; zu schreiben ist z. B. 500ms, 2s oder 3min (höchstens 24 Stunden)</translation>
    </message>
    <message>
        <source>this is a response; a request file holds a request, e.g. OPTIONS sip:example.com SIP/2.0</source>
        <translation>dies ist eine Antwort; eine Anfragedatei enthält eine Anfrage, z. B. OPTIONS sip:example.com SIP/2.0</translation>
    </message>
    <message>
        <source>a request begins with METHOD URI SIP/2.0, e.g. OPTIONS sip:example.com SIP/2.0</source>
        <translation>eine Anfrage beginnt mit METHODE URI SIP/2.0, z. B. OPTIONS sip:example.com SIP/2.0</translation>
    </message>
    <message>
        <source>the first line of a request ends with SIP/2.0</source>
        <translation>die erste Zeile einer Anfrage endet mit SIP/2.0</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a method; methods are words such as REGISTER (RFC 3261 7.1)</source>
        <translation>„%1“ kann keine Methode sein; Methoden sind Wörter wie REGISTER (RFC 3261 7.1)</translation>
    </message>
    <message>
        <source>the Request-URI is missing, e.g. OPTIONS sip:example.com SIP/2.0</source>
        <translation>die Request-URI fehlt, z. B. OPTIONS sip:example.com SIP/2.0</translation>
    </message>
    <message>
        <source>this line is no header row: &quot;Name: value&quot; is expected; an empty line begins the body</source>
        <translation>diese Zeile ist keine Header-Zeile: Erwartet wird „Name: Wert“; eine leere Zeile beginnt den Body</translation>
    </message>
    <message>
        <source>nothing follows the line ---: there is nothing to send</source>
        <translation>auf die Zeile --- folgt nichts: Es gibt nichts zu senden</translation>
    </message>
    <message>
        <source>the message is missing, e.g. OPTIONS sip:example.com SIP/2.0</source>
        <translation>die Nachricht fehlt, z. B. OPTIONS sip:example.com SIP/2.0</translation>
    </message>
    <message>
        <source>a header row cannot begin with a space: the start line is not folded</source>
        <translation>eine Header-Zeile kann nicht mit einem Leerzeichen beginnen: Die Startzeile wird nicht umbrochen</translation>
    </message>
    <message>
        <source>the body ends with a single \; write \\ for one</source>
        <translation>der Body endet mit einem einzelnen \; für eines \\ schreiben</translation>
    </message>
    <message>
        <source>\%1 means nothing in a body; known are \r, \n, \t and \\</source>
        <translation>\%1 bedeutet in einem Body nichts; bekannt sind \r, \n, \t und \\</translation>
    </message>
    <message>
        <source>dtmf is followed by one key: 0 to 9, *, # or A to D</source>
        <translation>auf dtmf folgt eine Taste: 0 bis 9, *, # oder A bis D</translation>
    </message>
    <message>
        <source>hold and resume change the session by INVITE or UPDATE, not by &quot;%1&quot;</source>
        <translation>hold und resume ändern die Sitzung per INVITE oder UPDATE, nicht per „%1“</translation>
    </message>
    <message>
        <source>%1 is sent by itself when it is due, not as a request of its own</source>
        <translation>%1 wird von selbst gesendet, wenn es fällig ist, nicht als eigene Anfrage</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no request in a dialog; write e.g. BYE, &quot;2s INFO&quot; or &quot;INFO | X-Name: value || body&quot;</source>
        <translation>„%1“ ist keine Anfrage im Dialog; zu schreiben ist z. B. BYE, &quot;2s INFO&quot; oder &quot;INFO | X-Name: value || body&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no header row; between | stands Name: value</source>
        <translation>„%1“ ist keine Header-Zeile; zwischen | steht Name: Wert</translation>
    </message>
    <message>
        <source>the file is larger than 16 MiB; that is no request file</source>
        <translation>die Datei ist größer als 16 MiB; das ist keine Anfragedatei</translation>
    </message>
    <message>
        <source>the file is not UTF-8 here; save it as UTF-8, or give other bytes as body-base64 or raw-base64</source>
        <translation>die Datei ist hier kein UTF-8; als UTF-8 speichern oder andere Bytes als body-base64 oder raw-base64 angeben</translation>
    </message>
    <message>
        <source>there is no line --- ; a request file is settings, a line ---, and the SIP message</source>
        <translation>die Zeile --- fehlt; eine Anfragedatei besteht aus Einstellungen, einer Zeile --- und der SIP-Nachricht</translation>
    </message>
    <message>
        <source>raw-base64 holds the message already; leave nothing behind the line ---</source>
        <translation>raw-base64 enthält die Nachricht schon; hinter der Zeile --- nichts stehen lassen</translation>
    </message>
    <message>
        <source>body-base64 holds the body already; end the message with its header</source>
        <translation>body-base64 enthält den Body schon; die Nachricht mit ihren Headern enden lassen</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>REGISTER, kept</source>
        <translation>REGISTER, gehalten</translation>
    </message>
    <message>
        <source>Stay registered for two minutes, refreshed in time, and leave</source>
        <translation>Zwei Minuten registriert bleiben, rechtzeitig auffrischen und abmelden</translation>
    </message>
    <message>
        <source>Ask what the other side can do, or whether it is there</source>
        <translation>Fragen, was die Gegenstelle kann oder ob sie da ist</translation>
    </message>
    <message>
        <source>Tell a registrar where a user can be reached; a challenge is answered with the password</source>
        <translation>Einem Registrar mitteilen, wo ein Benutzer erreichbar ist; eine Challenge wird mit dem Passwort beantwortet</translation>
    </message>
    <message>
        <source>REGISTER, query</source>
        <translation>REGISTER, Abfrage</translation>
    </message>
    <message>
        <source>Ask a registrar where a user can be reached, and change nothing</source>
        <translation>Einen Registrar fragen, wo ein Benutzer erreichbar ist, und nichts ändern</translation>
    </message>
    <message>
        <source>REGISTER, remove all</source>
        <translation>REGISTER, alle entfernen</translation>
    </message>
    <message>
        <source>Remove every binding of a user at a registrar</source>
        <translation>Alle Bindings eines Benutzers bei einem Registrar entfernen</translation>
    </message>
    <message>
        <source>INVITE without offer (ACK answers)</source>
        <translation>INVITE ohne Offer (ACK antwortet)</translation>
    </message>
    <message>
        <source>Let the other side offer; the ACK brings the answer</source>
        <translation>Das Offer kommt von der Gegenstelle; das ACK bringt die Answer</translation>
    </message>
    <message>
        <source>INVITE and CANCEL</source>
        <translation>INVITE und CANCEL</translation>
    </message>
    <message>
        <source>Call, let it ring for two seconds, and CANCEL</source>
        <translation>Anrufen, zwei Sekunden klingeln lassen und CANCEL senden</translation>
    </message>
    <message>
        <source>INVITE with session timer</source>
        <translation>INVITE mit Session-Timer</translation>
    </message>
    <message>
        <source>A call that somebody has to refresh every 90 seconds</source>
        <translation>Ein Gespräch, das jemand alle 90 Sekunden auffrischen muss</translation>
    </message>
    <message>
        <source>Start a call with an audio offer, and hang up two seconds later</source>
        <translation>Mit Audio-Offer anrufen und zwei Sekunden später auflegen</translation>
    </message>
    <message>
        <source>INVITE and BYE</source>
        <translation>INVITE und BYE</translation>
    </message>
    <message>
        <source>Call, and hang up one second after the call was taken</source>
        <translation>Anrufen und eine Sekunde nach der Annahme auflegen</translation>
    </message>
    <message>
        <source>INVITE with PRACK</source>
        <translation>INVITE mit PRACK</translation>
    </message>
    <message>
        <source>Call somebody who rings reliably: PRACK acknowledges every ringing</source>
        <translation>Bei jemandem anrufen, der zuverlässig klingelt: PRACK bestätigt jedes Klingeln</translation>
    </message>
    <message>
        <source>INVITE and UPDATE</source>
        <translation>INVITE und UPDATE</translation>
    </message>
    <message>
        <source>Call, hold and resume by UPDATE, and hang up</source>
        <translation>Anrufen, per UPDATE halten und fortsetzen, auflegen</translation>
    </message>
    <message>
        <source>INVITE, hold and resume</source>
        <translation>INVITE, Halten und Fortsetzen</translation>
    </message>
    <message>
        <source>Call, hold and resume by re-INVITE, and hang up</source>
        <translation>Anrufen, per Re-INVITE halten und fortsetzen, auflegen</translation>
    </message>
    <message>
        <source>INVITE and INFO (DTMF)</source>
        <translation>INVITE und INFO (DTMF)</translation>
    </message>
    <message>
        <source>Call, press three keys by INFO, and hang up</source>
        <translation>Anrufen, drei Tasten per INFO drücken, auflegen</translation>
    </message>
    <message>
        <source>INVITE and REFER (transfer)</source>
        <translation>INVITE und REFER (Vermitteln)</translation>
    </message>
    <message>
        <source>Call, hold, send the other side on to a third, and hang up</source>
        <translation>Anrufen, halten, die Gegenstelle an einen Dritten weitervermitteln, auflegen</translation>
    </message>
    <message>
        <source>Ask the other side to call someone else, and follow how that goes</source>
        <translation>Die Gegenstelle bitten, jemand anderen anzurufen, und verfolgen, wie das ausgeht</translation>
    </message>
    <message>
        <source>Tell a server one&apos;s own state, here of presence</source>
        <translation>Einem Server den eigenen Zustand mitteilen, hier die Präsenz</translation>
    </message>
    <message>
        <source>PUBLISH, kept</source>
        <translation>PUBLISH, gehalten</translation>
    </message>
    <message>
        <source>Publish presence, refresh it in time for two minutes, and take it back</source>
        <translation>Präsenz veröffentlichen, zwei Minuten lang rechtzeitig auffrischen und zurücknehmen</translation>
    </message>
    <message>
        <source>Ask who is registered as a user (RFC 3680)</source>
        <translation>Fragen, wer unter einem Benutzer registriert ist (RFC 3680)</translation>
    </message>
    <message>
        <source>Send a text message</source>
        <translation>Eine Textnachricht senden</translation>
    </message>
    <message>
        <source>Ask to be told whether somebody is there</source>
        <translation>Sich melden lassen, ob jemand da ist</translation>
    </message>
    <message>
        <source>Ask to be told of somebody&apos;s calls, as a lamp on a phone shows them (RFC 4235)</source>
        <translation>Sich die Gespräche eines anderen melden lassen, wie eine Besetztlampe am Telefon (RFC 4235)</translation>
    </message>
    <message>
        <source>Ask whether messages wait in a mailbox (RFC 3842)</source>
        <translation>Fragen, ob Nachrichten in einer Mailbox warten (RFC 3842)</translation>
    </message>
    <message>
        <source>Tell a phone, unasked, that messages wait</source>
        <translation>Einem Telefon ungefragt melden, dass Nachrichten warten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no target: udp:192.0.2.1:5060, 192.0.2.1 or sip1.example.com</source>
        <translation>„%1“ nennt kein Ziel: udp:192.0.2.1:5060, 192.0.2.1 oder sip1.example.com</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>then is a list of requests in the dialog, e.g. [ &quot;1s INFO&quot;, BYE ]</source>
        <translation>then ist eine Liste von Anfragen im Dialog, z. B. [ &quot;1s INFO&quot;, BYE ]</translation>
    </message>
    <message>
        <source>answers is a list, e.g. [ &quot;INVITE: 180, 2s 200&quot;, &quot;*: 486&quot; ]</source>
        <translation>answers ist eine Liste, z. B. [ &quot;INVITE: 180, 2s 200&quot;, &quot;*: 486&quot; ]</translation>
    </message>
    <message>
        <source>the settings before the line --- are larger than 64 KiB; is the line --- missing?</source>
        <translation>die Einstellungen vor der Zeile --- sind größer als 64 KiB; fehlt die Zeile ---?</translation>
    </message>
    <message>
        <source>a control character (%1) stands here; write it in double quotes as &quot;\x%1&quot;</source>
        <translation>hier steht ein Steuerzeichen (%1); in doppelten Anführungszeichen als &quot;\x%1&quot; schreiben</translation>
    </message>
    <message>
        <source>the settings are not YAML: %1</source>
        <translation>die Einstellungen sind kein YAML: %1</translation>
    </message>
    <message>
        <source>; did you mean %1?</source>
        <translation>; war %1 gemeint?</translation>
    </message>
    <message>
        <source>TLS version</source>
        <translation>TLS-Version</translation>
    </message>
    <message>
        <source>tls is a map, e.g. { ca: &quot;ca.pem&quot;, server-name: &quot;sip.example.com&quot; }</source>
        <translation>tls ist eine Map, z. B. { ca: &quot;ca.pem&quot;, server-name: &quot;sip.example.com&quot; }</translation>
    </message>
    <message>
        <source>tls setting</source>
        <translation>tls-Einstellung</translation>
    </message>
    <message>
        <source>{{ without }}; to send {{ itself write {{braces}}</source>
        <translation>{{ ohne }}; um {{ selbst zu senden, {{braces}} schreiben</translation>
    </message>
    <message>
        <source>{{secret:...}} needs a name of letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;</source>
        <translation>{{secret:...}} braucht einen Namen aus Buchstaben, Ziffern, „-“, „_“ und „.“</translation>
    </message>
    <message>
        <source>a secret may stand in &quot;auth&quot;, &quot;tls&quot; and &quot;ws&quot; only: the rest of a request is shown and kept</source>
        <translation>ein Geheimnis darf nur in &quot;auth&quot;, &quot;tls&quot; und &quot;ws&quot; stehen: Der Rest einer Anfrage wird gezeigt und aufbewahrt</translation>
    </message>
    <message>
        <source>the secret &quot;%1&quot; is not known; set %2 in the environment</source>
        <translation>das Geheimnis „%1“ ist nicht bekannt; %2 in der Umgebung setzen</translation>
    </message>
    <message>
        <source>{{%1}} is no variable: a name has letters, digits, &apos;-&apos;, &apos;_&apos; and &apos;.&apos;; to send {{ itself write {{braces}}</source>
        <translation>{{%1}} ist keine Variable: Ein Name hat Buchstaben, Ziffern, „-“, „_“ und „.“; um {{ selbst zu senden, {{braces}} schreiben</translation>
    </message>
    <message>
        <source>unknown variable {{%1}}; %2</source>
        <translation>unbekannte Variable {{%1}}; %2</translation>
    </message>
    <message>
        <source>give it a value with --set %1=VALUE</source>
        <translation>mit --set %1=WERT einen Wert geben</translation>
    </message>
    <message>
        <source>did you mean {{%1}}?</source>
        <translation>war {{%1}} gemeint?</translation>
    </message>
    <message>
        <source>a %1 does not belong in a file: write &quot;%1: {{secret:NAME}}&quot; and set VIATRACE_SECRET_NAME in the environment</source>
        <translation>%1 gehört nicht in eine Datei: &quot;%1: {{secret:NAME}}&quot; schreiben und VIATRACE_SECRET_NAME in der Umgebung setzen</translation>
    </message>
    <message>
        <source>headers is a list, e.g. [ &quot;X-Tenant: a&quot;, &quot;Cookie: {{secret:cookie}}&quot; ]</source>
        <translation>headers ist eine Liste, z. B. [ &quot;X-Tenant: a&quot;, &quot;Cookie: {{secret:cookie}}&quot; ]</translation>
    </message>
    <message>
        <source>ws is a map, e.g. { path: &quot;/ws&quot;, origin: &quot;https://example.com&quot; }</source>
        <translation>ws ist eine Map, z. B. { path: &quot;/ws&quot;, origin: &quot;https://example.com&quot; }</translation>
    </message>
    <message>
        <source>ws setting</source>
        <translation>ws-Einstellung</translation>
    </message>
    <message>
        <source>; known are %1</source>
        <translation>; bekannt sind %1</translation>
    </message>
    <message>
        <source>settings are lines such as target: sip:example.com; see the manual, request files</source>
        <translation>Einstellungen sind Zeilen wie target: sip:example.com; siehe Handbuch, Anfragedateien</translation>
    </message>
    <message>
        <source>unknown %1 &quot;%2&quot;%3</source>
        <translation>%1 „%2“ ist unbekannt%3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice; keep one of them</source>
        <translation>„%1“ steht zweimal da; eines davon behalten</translation>
    </message>
    <message>
        <source>put quotes around values with variables: &quot;{{name}}&quot;</source>
        <translation>Werte mit Variablen in Anführungszeichen setzen: &quot;{{name}}&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is to be one value, not a list or a map</source>
        <translation>„%1“ muss ein einzelner Wert sein, keine Liste oder Map</translation>
    </message>
    <message>
        <source>a %1 does not belong in a file: write %1: &quot;{{secret:NAME}}&quot; and set VIATRACE_SECRET_NAME in the environment</source>
        <translation>%1 gehört nicht in eine Datei: %1: &quot;{{secret:NAME}}&quot; schreiben und VIATRACE_SECRET_NAME in der Umgebung setzen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no %2%3</source>
        <translation>„%1“ ist kein Wert für %2%3</translation>
    </message>
    <message>
        <source>%1 is a whole number from %2 to %3</source>
        <translation>%1 ist eine ganze Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 is not base64</source>
        <translation>%1 ist kein base64</translation>
    </message>
</context>
</TS>
