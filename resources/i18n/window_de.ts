<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CredentialDraft</name>
    <message>
        <source>HA1 is missing: the hash of user name, realm and password, in hex digits.</source>
        <translation>HA1 fehlt: der Hash aus Benutzername, Realm und Passwort, in Hexziffern.</translation>
    </message>
    <message>
        <source>HA1 is written in hex digits (0-9, a-f); character %1 is none.</source>
        <translation>HA1 steht in Hexziffern (0-9, a-f); das Zeichen %1 ist keine.</translation>
    </message>
    <message>
        <source>HA1 has %1 hex digits for %2; %3 are given.</source>
        <translation>HA1 hat bei %2 %1 Hexziffern; angegeben sind %3.</translation>
    </message>
    <message>
        <source>Realm is missing: an HA1 is made for one realm and of no use without it.</source>
        <translation>Realm fehlt: Ein HA1 gilt für einen Realm und ist ohne ihn nutzlos.</translation>
    </message>
    <message>
        <source>User name is missing.</source>
        <translation>Benutzername fehlt.</translation>
    </message>
    <message>
        <source>Token is missing.</source>
        <translation>Token fehlt.</translation>
    </message>
    <message>
        <source>nothing typed yet</source>
        <translation>noch nichts eingegeben</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>no user name</source>
        <translation>kein Benutzername</translation>
    </message>
    <message>
        <source>%1 for any realm</source>
        <translation>%1 für jeden Realm</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings file %1 cannot be read (%2). The window starts with its defaults, keeps nothing and leaves the file as it is.</source>
        <translation>Die Einstellungsdatei %1 lässt sich nicht lesen (%2). Das Fenster startet mit seinen Vorgaben, behält nichts und lässt die Datei, wie sie ist.</translation>
    </message>
    <message>
        <source>The settings file was damaged. It is kept as %1, and the window starts with its defaults.</source>
        <translation>Die Einstellungsdatei war beschädigt. Sie ist als %1 aufgehoben, und das Fenster startet mit seinen Vorgaben.</translation>
    </message>
    <message>
        <source>The settings file %1 is damaged and cannot be renamed. The window starts with its defaults, keeps nothing and leaves the file as it is.</source>
        <translation>Die Einstellungsdatei %1 ist beschädigt und lässt sich nicht umbenennen. Das Fenster startet mit seinen Vorgaben, behält nichts und lässt die Datei, wie sie ist.</translation>
    </message>
    <message>
        <source>The request of the last run cannot be read. It stays in %1 as %2.</source>
        <translation>Die Anfrage des letzten Laufs ist nicht lesbar. Sie bleibt in %1 als %2.</translation>
    </message>
    <message>
        <source>The settings cannot be kept: %1: %2. Make room there or allow writing; the window goes on without.</source>
        <translation>Die Einstellungen lassen sich nicht aufheben: %1: %2. Dort Platz schaffen oder Schreiben erlauben; das Fenster läuft ohne weiter.</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>nicht geschrieben</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>der Ordner dafür kann nicht angelegt werden</translation>
    </message>
</context>
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>About Viatrace</source>
        <translation>Über Viatrace</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programm</translation>
    </message>
    <message>
        <source>L&amp;ibraries</source>
        <translation>&amp;Bibliotheken</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Lizenz</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy all versions as plain text, for a bug report</source>
        <translation>Alle Versionen als Text kopieren, für einen Fehlerbericht</translation>
    </message>
    <message>
        <source>The workbench for SIP signalling: sends requests and shows all that happens to them.</source>
        <translation>Die Werkbank für SIP-Signalisierung: sendet Anfragen und zeigt alles, was mit ihnen geschieht.</translation>
    </message>
    <message>
        <source>No account, no telemetry, no look for updates: no network traffic but what you send.</source>
        <translation>Kein Konto, keine Telemetrie, keine Suche nach Updates: kein Netzverkehr außer dem, was gesendet wird.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Built from</source>
        <translation>Gebaut aus</translation>
    </message>
    <message>
        <source>Compiler</source>
        <translation>Compiler</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Show folder</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Portable: everything is kept in the folder %1 beside the program.</source>
        <translation>Portabel: Alles liegt im Ordner %1 neben dem Programm.</translation>
    </message>
    <message>
        <source>Kept where this system keeps settings. Portable once a folder %1 lies beside the program.</source>
        <translation>Am üblichen Ort dieses Systems. Portabel, sobald ein Ordner %1 neben dem Programm liegt.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später; ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
</context>
<context>
    <name>ui::AnswerComposer</name>
    <message>
        <source>Reliable: again until its PRACK (RFC 3262)</source>
        <translation>Zuverlässig: wiederholt bis zum PRACK (RFC 3262)</translation>
    </message>
    <message>
        <source>Header rows</source>
        <translation>Header-Zeilen</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>As it will be sent</source>
        <translation>So wird gesendet</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Answer by hand</source>
        <translation>Von Hand antworten</translation>
    </message>
    <message>
        <source>Status and reason</source>
        <translation>Status und Reason Phrase</translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation>Name: Wert</translation>
    </message>
    <message>
        <source>As a rule</source>
        <translation>Als Regel</translation>
    </message>
    <message>
        <source>One line for Answers in the options, --answer and request files: such a request is then answered so by itself.</source>
        <translation>Eine Zeile für „Antworten“ in den Optionen, für --answer und Anfragedateien: Eine solche Anfrage wird dann von selbst so beantwortet.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Answers: %1</source>
        <translation>Beantwortet: %1</translation>
    </message>
    <message>
        <source>Line %1 is no header row: &quot;Name: value&quot; is expected.</source>
        <translation>Zeile %1 ist keine Header-Zeile: Erwartet wird „Name: Wert“.</translation>
    </message>
    <message>
        <source>A status from 100 to 699 is expected, with a reason after it if you like.</source>
        <translation>Erwartet wird ein Status von 100 bis 699, auf Wunsch mit Reason Phrase dahinter.</translation>
    </message>
    <message>
        <source>It no longer waits: it was answered, or cancelled.</source>
        <translation>Sie wartet nicht mehr: beantwortet oder abgebrochen.</translation>
    </message>
    <message>
        <source>Without a body of yours the usual description is sent.</source>
        <translation>Ohne eigenen Body wird die übliche Beschreibung gesendet.</translation>
    </message>
    <message>
        <source>RSeq is drawn when it is sent; the final answer waits for the PRACK.</source>
        <translation>RSeq wird beim Senden gezogen; die endgültige Antwort wartet auf das PRACK.</translation>
    </message>
    <message>
        <source>It goes on waiting for its final answer after this one.</source>
        <translation>Danach wartet sie weiter auf ihre endgültige Antwort.</translation>
    </message>
    <message>
        <source>none: a rule has no place for reason, rows and body</source>
        <translation>keine: In einer Regel ist kein Platz für Reason Phrase, Zeilen und Body</translation>
    </message>
</context>
<context>
    <name>ui::AttemptDiff</name>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Show rows that stay</source>
        <translation>Gleiche Zeilen zeigen</translation>
    </message>
    <message>
        <source>Earlier attempt</source>
        <translation>Früherer Versuch</translation>
    </message>
    <message>
        <source>Later attempt</source>
        <translation>Späterer Versuch</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>This request was sent in one attempt only. When a challenge or a redirect makes a second one, what changed between them stands here.</source>
        <translation>Diese Anfrage wurde in nur einem Versuch gesendet. Führt eine Challenge oder Umleitung zu einem zweiten, steht hier, was sich geändert hat.</translation>
    </message>
    <message>
        <source>Send a request: when it takes several attempts, what changed between them stands here.</source>
        <translation>Eine Anfrage senden: Braucht sie mehrere Versuche, steht hier, was sich dazwischen geändert hat.</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>One of the two attempts put nothing on the wire.</source>
        <translation>Einer der beiden Versuche hat nichts auf die Leitung gebracht.</translation>
    </message>
    <message>
        <source>%1 added, %2 removed, %3 changed, %4 the same</source>
        <translation>%1 neu, %2 entfernt, %3 geändert, %4 gleich</translation>
    </message>
</context>
<context>
    <name>ui::BindingsInspector</name>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>run out</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Remove this binding</source>
        <translation>Binding entfernen</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation>Bindings</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>Binding</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Von wem</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expires</translation>
    </message>
    <message>
        <source>q</source>
        <translation>q</translation>
    </message>
    <message>
        <source>reg-id</source>
        <translation>reg-id</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Public GRUU</source>
        <translation>Öffentliche GRUU</translation>
    </message>
    <message>
        <source>Temporary GRUU</source>
        <translation>Temporäre GRUU</translation>
    </message>
    <message>
        <source>Asks the registrar for all bindings: a REGISTER without Contact changes none</source>
        <translation>Fragt den Registrar nach allen Bindings: Ein REGISTER ohne Contact ändert keines</translation>
    </message>
    <message>
        <source>A REGISTER with Contact: * and Expires: 0 removes every binding, whoever made it</source>
        <translation>Ein REGISTER mit Contact: * und Expires: 0 entfernt jedes Binding, von wem es auch stammt</translation>
    </message>
    <message>
        <source>The registrar has not accepted this REGISTER, so that it has said nothing about bindings.</source>
        <translation>Der Registrar hat dieses REGISTER nicht angenommen und daher nichts über Bindings gesagt.</translation>
    </message>
    <message>
        <source>Select a REGISTER to see the bindings its registrar keeps.</source>
        <translation>Ein REGISTER auswählen, um die Bindings seines Registrars zu sehen.</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>unser</translation>
    </message>
    <message>
        <source>another&apos;s</source>
        <translation>fremd</translation>
    </message>
    <message>
        <source>Next refresh</source>
        <translation>Nächste Auffrischung</translation>
    </message>
    <message>
        <source>Ours expires</source>
        <translation>Unseres läuft ab</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Path</translation>
    </message>
    <message>
        <source>Service-Route</source>
        <translation>Service-Route</translation>
    </message>
    <message>
        <source>P-Associated-URI</source>
        <translation>P-Associated-URI</translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation>Outbound</translation>
    </message>
    <message>
        <source>the registrar keeps flows (RFC 5626)</source>
        <translation>der Registrar hält Flows (RFC 5626)</translation>
    </message>
    <message>
        <source>nothing of ours is there</source>
        <translation>von uns ist nichts da</translation>
    </message>
    <message>
        <source>%1, by itself</source>
        <translation>%1, von selbst</translation>
    </message>
    <message>
        <source>none by itself: &quot;Keep for&quot; in the options would refresh it</source>
        <translation>keine von selbst: „Halten für“ in den Optionen würde auffrischen</translation>
    </message>
    <message>
        <source>Un-register</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Ends this registration: it is no longer refreshed, and removed now</source>
        <translation>Beendet diese Registrierung: Sie wird nicht mehr aufgefrischt und jetzt entfernt</translation>
    </message>
    <message>
        <source>A REGISTER with this Contact and Expires: 0</source>
        <translation>Ein REGISTER mit diesem Contact und Expires: 0</translation>
    </message>
    <message>
        <source>Send asks the registrar for all bindings and changes none.</source>
        <translation>„Senden“ fragt den Registrar nach allen Bindings und ändert keines.</translation>
    </message>
    <message>
        <source>Send removes the binding %1.</source>
        <translation>„Senden“ entfernt das Binding %1.</translation>
    </message>
    <message>
        <source>Ours is still kept and comes back with its next refresh: un-register it first.</source>
        <translation>Unseres wird noch gehalten und kommt mit der nächsten Auffrischung wieder: erst abmelden.</translation>
    </message>
    <message>
        <source>Send removes every binding of %1, whoever made it.</source>
        <translation>„Senden“ entfernt jedes Binding von %1, von wem es auch stammt.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n bindings</source>
        <translation>
            <numerusform>%1: %n Binding</numerusform>
            <numerusform>%1: %n Bindings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CapabilitiesInspector</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>No answer here says what the other side can do. OPTIONS asks for it.</source>
        <translation>Keine Antwort hier sagt, was die Gegenstelle kann. OPTIONS fragt danach.</translation>
    </message>
    <message>
        <source>Select an OPTIONS to see what the other side can do.</source>
        <translation>Ein OPTIONS auswählen, um zu sehen, was die Gegenstelle kann.</translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation>%1 %2 auf %3</translation>
    </message>
    <message>
        <source>Methods: %1</source>
        <translation>Methoden: %1</translation>
    </message>
    <message>
        <source>✓ named by Allow, ✗ not named</source>
        <translation>✓ in Allow genannt, ✗ nicht genannt</translation>
    </message>
    <message>
        <source>Allow is not stated: nothing is known about methods</source>
        <translation>Allow ist nicht angegeben: Über Methoden ist nichts bekannt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>, though it should be (RFC 3261 11.2)</source>
        <translation>, sollte es aber sein (RFC 3261 11.2)</translation>
    </message>
    <message>
        <source>Session description</source>
        <translation>Sitzungsbeschreibung</translation>
    </message>
    <message>
        <source>none in the body</source>
        <translation>keine im Body</translation>
    </message>
</context>
<context>
    <name>ui::CertificateChain</name>
    <message>
        <source>signed by itself</source>
        <translation>selbst signiert</translation>
    </message>
    <message>
        <source>CA</source>
        <translation>CA</translation>
    </message>
    <message>
        <source>of the peer</source>
        <translation>der Gegenstelle</translation>
    </message>
    <message>
        <source>no CA</source>
        <translation>keine CA</translation>
    </message>
    <message>
        <source> (chosen)</source>
        <translation> (gewählt)</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>fehlt: %1</translation>
    </message>
    <message>
        <source>Chain: %1</source>
        <translation>Kette: %1</translation>
    </message>
    <message>
        <source>, signed by </source>
        <translation>, signiert von </translation>
    </message>
    <message>
        <source>The chain as the peer sent it; choose one with a click or the arrow keys</source>
        <translation>Die Kette, wie die Gegenstelle sie gesendet hat; Auswahl mit Klick oder Pfeiltasten</translation>
    </message>
    <message>
        <source>signed by</source>
        <translation>signiert von</translation>
    </message>
    <message>
        <source>neither sent nor trusted here</source>
        <translation>weder gesendet noch hier vertrauenswürdig</translation>
    </message>
</context>
<context>
    <name>ui::CertificateSheet</name>
    <message>
        <source>, opened by the peer</source>
        <translation>, von der Gegenstelle eröffnet</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Pin this certificate</source>
        <translation>Zertifikat anheften</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>Brings the request back into the composer with this certificate trusted, whoever signed it; a warning comes when the peer shows another one</source>
        <translation>Holt die Anfrage zurück in den Anfrage-Editor und vertraut diesem Zertifikat, wer es auch signiert hat; zeigt die Gegenstelle ein anderes, kommt eine Warnung</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>ALPN</source>
        <translation>ALPN</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>Servername</translation>
    </message>
    <message>
        <source>Has to be for</source>
        <translation>Muss gelten für</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>the peer</source>
        <translation>der Gegenstelle</translation>
    </message>
    <message>
        <source>us</source>
        <translation>uns</translation>
    </message>
    <message>
        <source>OCSP staple</source>
        <translation>OCSP-Antwort</translation>
    </message>
    <message>
        <source>%1%2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>, not verified</source>
        <translation>, nicht geprüft</translation>
    </message>
    <message>
        <source>Our certificate</source>
        <translation>Unser Zertifikat</translation>
    </message>
    <message>
        <source>asked for and shown</source>
        <translation>verlangt und gezeigt</translation>
    </message>
    <message>
        <source>asked for, there is none</source>
        <translation>verlangt, ist keines da</translation>
    </message>
    <message>
        <source>, resumed</source>
        <translation>, wieder aufgenommen</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>SIP names</source>
        <translation>SIP-Namen</translation>
    </message>
    <message>
        <source>DNS names</source>
        <translation>DNS-Namen</translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation>IP-Adressen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>no alternative names: the common name counts</source>
        <translation>keine Alternativnamen: Es gilt der Common Name</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation>SHA-256: %1</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Passende Befehle</translation>
    </message>
</context>
<context>
    <name>ui::ComposerPanel</name>
    <message>
        <source>Composer</source>
        <translation>Anfrage-Editor</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Any method; the list holds those that are known.</source>
        <translation>Jede Methode; die Liste enthält die bekannten.</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>auto: as the target says, else UDP, and TCP for large requests.</source>
        <translation>automatisch: wie das Ziel sagt, sonst UDP, und TCP für große Anfragen.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>sip:bob@192.0.2.1 or udp:192.0.2.1:5060</source>
        <translation>sip:bob@192.0.2.1 oder udp:192.0.2.1:5060</translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation>Next Hop</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Start from a complete example of a method or a flow; target, names and credentials stay.</source>
        <translation>Mit einem vollständigen Beispiel einer Methode oder eines Ablaufs beginnen; Ziel, Namen und Zugangsdaten bleiben.</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Remarks on the message</source>
        <translation>Anmerkungen zur Nachricht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ends what is under way: CANCEL for a call, no more resends for the rest (Esc)</source>
        <translation>Beendet, was läuft: CANCEL bei einem Anruf, sonst keine Wiederholungen mehr (Esc)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send this request (Ctrl+Enter)</source>
        <translation>Diese Anfrage senden (Strg+Enter)</translation>
    </message>
    <message>
        <source>nothing odd in it</source>
        <translation>nichts Auffälliges</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>Ends the dialog: BYE for a call, the last SUBSCRIBE for what is watched (Esc)</source>
        <translation>Beendet den Dialog: BYE bei einem Gespräch, das letzte SUBSCRIBE bei einer Subscription (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ComposerState</name>
    <message>
        <source>Goes to %1 (%2)</source>
        <translation>Geht an %1 (%2)</translation>
    </message>
    <message>
        <source>Say where to send: a SIP URI, or a next hop such as udp:192.0.2.1:5060</source>
        <translation>Wohin senden? Eine SIP-URI oder ein Next Hop wie udp:192.0.2.1:5060</translation>
    </message>
    <message>
        <source>This line has no header name and colon: it is left out unless the message is sent exactly as typed</source>
        <translation>Diese Zeile hat keinen Header-Namen mit Doppelpunkt: Sie entfällt, außer es wird genau wie eingegeben gesendet</translation>
    </message>
    <message>
        <source>The version is written as SIP/2.0 unless the message is sent exactly as typed</source>
        <translation>Als Version wird SIP/2.0 geschrieben, außer es wird genau wie eingegeben gesendet</translation>
    </message>
</context>
<context>
    <name>ui::CredentialEditor</name>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Add a credential</source>
        <translation>Zugangsdaten hinzufügen</translation>
    </message>
    <message>
        <source>One more credential, for another realm</source>
        <translation>Weitere Zugangsdaten, für einen anderen Realm</translation>
    </message>
    <message>
        <source>Remove this credential</source>
        <translation>Diese Zugangsdaten entfernen</translation>
    </message>
    <message>
        <source>%1 (not complete)</source>
        <translation>%1 (unvollständig)</translation>
    </message>
</context>
<context>
    <name>ui::CredentialFields</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password hash (HA1)</source>
        <translation>Passwort-Hash (HA1)</translation>
    </message>
    <message>
        <source>AKA keys</source>
        <translation>AKA-Schlüssel</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anonym</translation>
    </message>
    <message>
        <source>Kind of credential</source>
        <translation>Art der Zugangsdaten</translation>
    </message>
    <message>
        <source>What answers a challenge: a password, or something else the server knows us by.</source>
        <translation>Was eine Challenge beantwortet: ein Passwort oder etwas anderes, woran der Server uns erkennt.</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>HA1</source>
        <translation>HA1</translation>
    </message>
    <message>
        <source>hex digits</source>
        <translation>Hexziffern</translation>
    </message>
    <message>
        <source>Algorithm of the HA1</source>
        <translation>Algorithmus des HA1</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>K</source>
        <translation>K</translation>
    </message>
    <message>
        <source>32 hex digits</source>
        <translation>32 Hexziffern</translation>
    </message>
    <message>
        <source>OPc</source>
        <translation>OPc</translation>
    </message>
    <message>
        <source>OP</source>
        <translation>OP</translation>
    </message>
    <message>
        <source>OPc or OP</source>
        <translation>OPc oder OP</translation>
    </message>
    <message>
        <source>OPc as the card stores it, or OP of the operator, of which OPc is made with K (3GPP TS 35.206).</source>
        <translation>OPc, wie die Karte es speichert, oder OP des Betreibers, aus dem OPc mit K entsteht (3GPP TS 35.206).</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betreiber</translation>
    </message>
    <message>
        <source>AMF</source>
        <translation>AMF</translation>
    </message>
    <message>
        <source>any; or 4 hex digits</source>
        <translation>beliebig; oder 4 Hexziffern</translation>
    </message>
    <message>
        <source>The AMF the network should use; empty: any is taken.</source>
        <translation>Die AMF, die das Netz verwenden soll; leer: jede wird angenommen.</translation>
    </message>
    <message>
        <source>SQN</source>
        <translation>SQN</translation>
    </message>
    <message>
        <source>any; or 12 hex digits</source>
        <translation>beliebig; oder 12 Hexziffern</translation>
    </message>
    <message>
        <source>The highest sequence number used so far; empty: the network&apos;s is taken, whatever it is.</source>
        <translation>Die höchste bisher verwendete Sequenznummer; leer: die des Netzes wird angenommen, gleich welche.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>access token; over TLS and WSS only</source>
        <translation>Zugriffstoken; nur über TLS und WSS</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>any; or the URL of the server</source>
        <translation>beliebig; oder die URL des Servers</translation>
    </message>
    <message>
        <source>The authorization server the token is of: a challenge that names another one does not get it (RFC 8898 2.1.1).</source>
        <translation>Der Autorisierungsserver, von dem das Token stammt: Eine Challenge, die einen anderen nennt, bekommt es nicht (RFC 8898 2.1.1).</translation>
    </message>
    <message>
        <source>Realm</source>
        <translation>Realm</translation>
    </message>
    <message>
        <source>The one realm this credential is for; empty: any realm that asks.</source>
        <translation>Der eine Realm, für den diese Zugangsdaten gelten; leer: jeder Realm, der fragt.</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Eingabe verbergen</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <source>the private identity</source>
        <translation>die private Identität</translation>
    </message>
    <message>
        <source>for a challenge; may stay empty</source>
        <translation>für eine Challenge; optional</translation>
    </message>
    <message>
        <source>the one it was made for</source>
        <translation>der, für den es erzeugt wurde</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Keep in the keychain</source>
        <translation>In den Schlüsselbund</translation>
    </message>
    <message>
        <source>Keep the secrets of this credential in the keychain of this system, and fetch them at the next start. Unticked they are taken out again.</source>
        <translation>Die Geheimnisse dieser Zugangsdaten im Schlüsselbund des Systems behalten und beim nächsten Start holen. Ohne Haken werden sie dort wieder entfernt.</translation>
    </message>
    <message>
        <source>Never written to a file, a trace or an export.</source>
        <translation>Steht nie in einer Datei, einem Trace oder einem Export.</translation>
    </message>
    <message>
        <source>The keychain: %1</source>
        <translation>Der Schlüsselbund: %1</translation>
    </message>
</context>
<context>
    <name>ui::CredentialPrompt</name>
    <message>
        <source>Proxy realm &quot;%1&quot;</source>
        <translation>Proxy-Realm „%1“</translation>
    </message>
    <message>
        <source>Realm &quot;%1&quot;</source>
        <translation>Realm „%1“</translation>
    </message>
    <message>
        <source>%1 asks for a credential (%2 offered)</source>
        <translation>%1 verlangt Zugangsdaten (angeboten: %2)</translation>
    </message>
    <message>
        <source>%1 asks for a user name and password (%2 offered)</source>
        <translation>%1 verlangt Benutzername und Passwort (angeboten: %2)</translation>
    </message>
    <message>
        <source>%1 asks for the keys of a subscriber (%2 offered)</source>
        <translation>%1 verlangt die Schlüssel eines Teilnehmers (angeboten: %2)</translation>
    </message>
    <message>
        <source>%1 asks for an access token (%2 offered)</source>
        <translation>%1 verlangt ein Zugriffstoken (angeboten: %2)</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Credentials asked for</source>
        <translation>Verlangte Zugangsdaten</translation>
    </message>
    <message>
        <source>Keep this in the composer and send the same request again (Enter)</source>
        <translation>In den Anfrage-Editor übernehmen und dieselbe Anfrage erneut senden (Enter)</translation>
    </message>
    <message>
        <source>Close this bar (Esc); credentials can be given in the composer too</source>
        <translation>Diese Leiste schließen (Esc); Zugangsdaten lassen sich auch im Anfrage-Editor angeben</translation>
    </message>
    <message>
        <source>User name is missing.</source>
        <translation>Benutzername fehlt.</translation>
    </message>
    <message>
        <source>Password is missing.</source>
        <translation>Passwort fehlt.</translation>
    </message>
    <message>
        <source>Token is missing.</source>
        <translation>Token fehlt.</translation>
    </message>
</context>
<context>
    <name>ui::DialogInspector</name>
    <message>
        <source>no tag</source>
        <translation>kein Tag</translation>
    </message>
    <message>
        <source>early</source>
        <translation>early</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>terminated</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Offer</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>codecs</source>
        <translation>Codecs</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>ptime</source>
        <translation>ptime</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>(strict router: no lr)</source>
        <translation>(Strict Router: kein lr)</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Refused offer</source>
        <translation>Abgelehntes Offer</translation>
    </message>
    <message>
        <source>Next in dialog...</source>
        <translation>Weiter im Dialog...</translation>
    </message>
    <message>
        <source>Compose...</source>
        <translation>Verfassen...</translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation>Dialog</translation>
    </message>
    <message>
        <source>Compose the next request in this dialog: tags, Route and CSeq are filled in (Ctrl+D)</source>
        <translation>Die nächste Anfrage in diesem Dialog verfassen: Tags, Route und CSeq werden ausgefüllt (Strg+D)</translation>
    </message>
    <message>
        <source>Request of the peer</source>
        <translation>Anfrage der Gegenstelle</translation>
    </message>
    <message>
        <source>Answer with</source>
        <translation>Antworten mit</translation>
    </message>
    <message>
        <source>Answer with a reason phrase, header rows and a body of your own</source>
        <translation>Mit eigener Reason Phrase, eigenen Header-Zeilen und eigenem Body antworten</translation>
    </message>
    <message>
        <source>Waits:</source>
        <translation>Wartet:</translation>
    </message>
    <message>
        <source>This request has made no dialog. An INVITE makes one with every answer that has a tag of its own, SUBSCRIBE and REFER with the first NOTIFY.</source>
        <translation>Diese Anfrage hat keinen Dialog erzeugt. INVITE erzeugt einen mit jeder Antwort, die ein eigenes Tag hat, SUBSCRIBE und REFER mit dem ersten NOTIFY.</translation>
    </message>
    <message>
        <source>Select a request to see its dialogs.</source>
        <translation>Eine Anfrage auswählen, um ihre Dialoge zu sehen.</translation>
    </message>
    <message>
        <source>%1, %2, tag %3</source>
        <translation>%1, %2, Tag %3</translation>
    </message>
    <message>
        <source>Where the next request goes</source>
        <translation>Wohin die nächste Anfrage geht</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>Bekannt aus</translation>
    </message>
    <message>
        <source>Route set</source>
        <translation>Route Set</translation>
    </message>
    <message>
        <source>empty: straight to the target</source>
        <translation>leer: direkt zum Ziel</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Allow</translation>
    </message>
    <message>
        <source>the peer has not said</source>
        <translation>von der Gegenstelle nicht angegeben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Call-ID</source>
        <translation>Call-ID</translation>
    </message>
    <message>
        <source>Local tag</source>
        <translation>Local Tag</translation>
    </message>
    <message>
        <source>Remote tag</source>
        <translation>Remote Tag</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Our CSeq</source>
        <translation>Unsere CSeq</translation>
    </message>
    <message>
        <source>Peer&apos;s CSeq</source>
        <translation>CSeq der Gegenstelle</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of the peer to our offer:</source>
        <translation>%1 der Gegenstelle auf unser Offer:</translation>
    </message>
    <message>
        <source>%1 of ours to the peer&apos;s offer:</source>
        <translation>%1 von uns auf das Offer der Gegenstelle:</translation>
    </message>
    <message>
        <source>%1 of the peer</source>
        <translation>%1 der Gegenstelle</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>button</comment>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>ui::DigestCheck</name>
    <message>
        <source>It was computed over the Request-URI %1, while the header names another uri.</source>
        <translation>Gerechnet wurde über die Request-URI %1, der Header nennt aber eine andere uri.</translation>
    </message>
    <message>
        <source>It was computed over an empty body, while the message has one.</source>
        <translation>Gerechnet wurde über einen leeren Body, die Nachricht hat aber einen.</translation>
    </message>
    <message>
        <source>The backslashes of the quoted names were left in; most servers hash the names without them.</source>
        <translation>Die Backslashes der Namen in Anführungszeichen sind stehen geblieben; die meisten Server bilden den Hash ohne sie.</translation>
    </message>
    <message>
        <source>The spaces around the password were left out.</source>
        <translation>Die Leerzeichen um das Passwort wurden weggelassen.</translation>
    </message>
    <message>
        <source>A space or line end was left at the end of the password.</source>
        <translation>Am Ende des Passworts ist ein Leerzeichen oder Zeilenende stehen geblieben.</translation>
    </message>
    <message>
        <source>It was made for the method %1.</source>
        <translation>Gerechnet wurde für die Methode %1.</translation>
    </message>
    <message>
        <source>It is SHA-512 cut to half its length, not SHA-512/256, which starts from other values (FIPS 180-4).</source>
        <translation>Das ist SHA-512, auf die Hälfte gekürzt, und nicht SHA-512/256, das mit anderen Werten beginnt (FIPS 180-4).</translation>
    </message>
    <message>
        <source>user name : realm : password</source>
        <translation>Benutzername : Realm : Passwort</translation>
    </message>
    <message>
        <source>stored with the credential</source>
        <translation>mit den Zugangsdaten gespeichert</translation>
    </message>
    <message>
        <source>A1 of the session</source>
        <translation>A1 der Sitzung</translation>
    </message>
    <message>
        <source>HA1 : nonce : cnonce of the first answer</source>
        <translation>HA1 : Nonce : cnonce der ersten Antwort</translation>
    </message>
    <message>
        <source>HA1 of the session</source>
        <translation>HA1 der Sitzung</translation>
    </message>
    <message>
        <source>%1(A1 of the session)</source>
        <translation>%1(A1 der Sitzung)</translation>
    </message>
    <message>
        <source>%1(the %L2 octets of the body)</source>
        <translation>%1(die %L2 Oktette des Body)</translation>
    </message>
    <message>
        <source>%1 like response, with nothing for the method and over the body of the answer</source>
        <translation>%1 wie response, ohne die Methode und über den Body der Antwort</translation>
    </message>
    <message>
        <source>%1 like response, with nothing for the method</source>
        <translation>%1 wie response, ohne die Methode</translation>
    </message>
    <message>
        <source>rspauth to expect</source>
        <translation>rspauth, erwartet</translation>
    </message>
    <message>
        <source>rspauth as received</source>
        <translation>rspauth, empfangen</translation>
    </message>
    <message>
        <source>from Authentication-Info</source>
        <translation>aus Authentication-Info</translation>
    </message>
    <message>
        <source>The server proved that it knows the password too.</source>
        <translation>Der Server hat bewiesen, dass auch er das Passwort kennt.</translation>
    </message>
    <message>
        <source>The proof of the server (rspauth) is wrong: somebody else may have answered, or the message was changed on its way (RFC 2617 3.2.3).</source>
        <translation>Der Beweis des Servers (rspauth) ist falsch: Vielleicht hat jemand anders geantwortet, oder die Nachricht wurde unterwegs verändert (RFC 2617 3.2.3).</translation>
    </message>
    <message>
        <source>The algorithm %1 is not known, so the answer cannot be checked.</source>
        <translation>Der Algorithmus %1 ist nicht bekannt; die Antwort lässt sich daher nicht prüfen.</translation>
    </message>
    <message>
        <source>response as sent</source>
        <translation>response, gesendet</translation>
    </message>
    <message>
        <source>from the header</source>
        <translation>aus dem Header</translation>
    </message>
    <message>
        <source>The password for realm &quot;%1&quot; is not known here, so the answer cannot be checked.</source>
        <translation>Das Passwort für den Realm „%1“ ist hier nicht bekannt; die Antwort lässt sich daher nicht prüfen.</translation>
    </message>
    <message>
        <source>The answer is right for this password: what was sent is what comes out here.</source>
        <translation>Die Antwort ist für dieses Passwort richtig: Gesendet wurde, was auch hier herauskommt.</translation>
    </message>
    <message>
        <source>The answer is not what this password gives.</source>
        <translation>Die Antwort ist nicht die, die dieses Passwort ergibt.</translation>
    </message>
</context>
<context>
    <name>ui::DigestInspector</name>
    <message>
        <source>Digest, step by step</source>
        <translation>Digest, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Show password and HA1</source>
        <translation>Passwort und HA1 zeigen</translation>
    </message>
    <message>
        <source>A1 holds the password, HA1 is as good as the password for this realm. They are shown until another row is selected.</source>
        <translation>A1 enthält das Passwort, HA1 ist für diesen Realm so gut wie das Passwort. Sie werden gezeigt, bis eine andere Zeile gewählt wird.</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Nothing about passwords in this row. Select a 401 or 407, the authentication row after it, or a request with credentials.</source>
        <translation>In dieser Zeile geht es nicht um Passwörter. Ein 401 oder 407 auswählen, die Authentifizierungszeile danach oder eine Anfrage mit Zugangsdaten.</translation>
    </message>
    <message>
        <source>Select a 401 or 407, the authentication row after it, or a request with credentials to see how the answer is worked out.</source>
        <translation>Ein 401 oder 407, die Authentifizierungszeile danach oder eine Anfrage mit Zugangsdaten auswählen, um zu sehen, wie die Antwort berechnet wird.</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Match.</source>
        <translation>Stimmt.</translation>
    </message>
    <message>
        <source>Mismatch.</source>
        <translation>Stimmt nicht.</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>Nicht geprüft.</translation>
    </message>
    <message>
        <source>%1 is hidden</source>
        <translation>%1 ist verborgen</translation>
    </message>
</context>
<context>
    <name>ui::DigestQuestions</name>
    <message>
        <source>%1 for realm &quot;%2&quot;</source>
        <translation>%1 für den Realm „%2“</translation>
    </message>
</context>
<context>
    <name>ui::EmptyLadder</name>
    <message>
        <source>No row to show</source>
        <translation>Keine Zeile zu zeigen</translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation>Noch nichts gesendet</translation>
    </message>
    <message>
        <source>Rows will appear as things happen. Kinds that are switched off are under Show.</source>
        <translation>Zeilen erscheinen, sobald etwas geschieht. Abgeschaltete Arten stehen unter „Zeigen“.</translation>
    </message>
    <message>
        <source>Compose a request on the left and press Send (Ctrl+Enter).
Every message, timer, digest and local decision appears here, one row each.</source>
        <translation>Links eine Anfrage verfassen und „Senden“ drücken (Strg+Enter).
Jede Nachricht, jeder Timer, jeder Digest und jede lokale Entscheidung erscheint hier, je eine Zeile.</translation>
    </message>
</context>
<context>
    <name>ui::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Send a request: what can be said about its answer stands here.</source>
        <translation>Eine Anfrage senden: Hier steht, was über ihre Antwort zu sagen ist.</translation>
    </message>
    <message>
        <source>Nothing conspicuous: the request went the way the standards describe.</source>
        <translation>Nichts Auffälliges: Die Anfrage verlief, wie es die Standards beschreiben.</translation>
    </message>
    <message>
        <source>Nothing conspicuous so far. The request is still under way.</source>
        <translation>Bisher nichts Auffälliges. Die Anfrage läuft noch.</translation>
    </message>
    <message>
        <source>Seen in: %1</source>
        <translation>Zu sehen in: %1</translation>
    </message>
</context>
<context>
    <name>ui::FormPage</name>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>&lt;sip:alice@example.com&gt;</source>
        <translation>&lt;sip:alice@example.com&gt;</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>filled in from the target</source>
        <translation>aus dem Ziel</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>filled in where needed</source>
        <translation>wo nötig ausgefüllt</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>no body</source>
        <translation>kein Body</translation>
    </message>
</context>
<context>
    <name>ui::HeaderHelp</name>
    <message>
        <source>Which body types the sender understands in the answer.</source>
        <translation>Welche Body-Typen der Absender in der Antwort versteht.</translation>
    </message>
    <message>
        <source>Which kind of device the caller would like to reach.</source>
        <translation>Welche Art von Gerät der Anrufer erreichen möchte.</translation>
    </message>
    <message>
        <source>Which codings of a body, such as gzip, the sender can undo.</source>
        <translation>Welche Kodierungen eines Body, etwa gzip, der Absender auflösen kann.</translation>
    </message>
    <message>
        <source>In which human languages reason phrases and texts are welcome.</source>
        <translation>In welchen Sprachen Reason Phrases und Texte willkommen sind.</translation>
    </message>
    <message>
        <source>Which ring tone to play instead of the usual one.</source>
        <translation>Welcher Klingelton statt des üblichen ertönen soll.</translation>
    </message>
    <message>
        <source>Which methods the sender is willing to receive.</source>
        <translation>Welche Methoden der Absender anzunehmen bereit ist.</translation>
    </message>
    <message>
        <source>Which event packages can be subscribed to here.</source>
        <translation>Welche Event Packages hier abonniert werden können.</translation>
    </message>
    <message>
        <source>The server&apos;s own proof that it knows the password, and the nonce to use next.</source>
        <translation>Der Beweis des Servers, dass auch er das Passwort kennt, und die nächste Nonce.</translation>
    </message>
    <message>
        <source>The answer to a challenge of the called server: proof that we know the password.</source>
        <translation>Die Antwort auf eine Challenge des gerufenen Servers: der Beweis, dass wir das Passwort kennen.</translation>
    </message>
    <message>
        <source>Names one call or one registration; all messages of it carry the same value.</source>
        <translation>Benennt einen Anruf oder eine Registrierung; alle Nachrichten davon tragen denselben Wert.</translation>
    </message>
    <message>
        <source>Where more about the caller or the callee can be found, such as a picture.</source>
        <translation>Wo mehr über Anrufer oder Gerufenen zu finden ist, etwa ein Bild.</translation>
    </message>
    <message>
        <source>The address at which the sender itself can be reached directly from now on.</source>
        <translation>Die Adresse, unter der der Absender selbst von nun an direkt erreichbar ist.</translation>
    </message>
    <message>
        <source>What the receiver should do with the body.</source>
        <translation>Was der Empfänger mit dem Body tun soll.</translation>
    </message>
    <message>
        <source>How the body was coded on top of its type, for instance gzip.</source>
        <translation>Wie der Body zusätzlich zu seinem Typ kodiert ist, zum Beispiel gzip.</translation>
    </message>
    <message>
        <source>The human language of the body.</source>
        <translation>Die Sprache des Body.</translation>
    </message>
    <message>
        <source>The size of the body in octets.</source>
        <translation>Die Größe des Body in Oktetten.</translation>
    </message>
    <message>
        <source>What kind of data the body is, for instance application/sdp.</source>
        <translation>Welche Art von Daten der Body enthält, zum Beispiel application/sdp.</translation>
    </message>
    <message>
        <source>Numbers the requests of one call in order; an answer repeats it to say what it answers.</source>
        <translation>Zählt die Anfragen eines Anrufs der Reihe nach; eine Antwort wiederholt sie und sagt so, worauf sie antwortet.</translation>
    </message>
    <message>
        <source>When the message was first sent, in GMT.</source>
        <translation>Wann die Nachricht zuerst gesendet wurde, in GMT.</translation>
    </message>
    <message>
        <source>Where more about this error can be found.</source>
        <translation>Wo mehr über diesen Fehler zu finden ist.</translation>
    </message>
    <message>
        <source>Which event package a subscription or publication is about.</source>
        <translation>Um welches Event Package es bei einer Subscription oder Veröffentlichung geht.</translation>
    </message>
    <message>
        <source>For how many seconds the registration, subscription or invitation counts.</source>
        <translation>Wie viele Sekunden die Registrierung, Subscription oder Einladung gilt.</translation>
    </message>
    <message>
        <source>How often the registrar expects a keep-alive on this connection.</source>
        <translation>Wie oft der Registrar auf dieser Verbindung ein Keep-Alive erwartet.</translation>
    </message>
    <message>
        <source>Who the request claims to come from; its tag names our half of the dialog.</source>
        <translation>Von wem die Anfrage zu kommen behauptet; das Tag benennt unsere Hälfte des Dialogs.</translation>
    </message>
    <message>
        <source>Which addresses the request was meant for before it was redirected here.</source>
        <translation>Für welche Adressen die Anfrage bestimmt war, bevor sie hierher umgeleitet wurde.</translation>
    </message>
    <message>
        <source>A signature of the caller&apos;s provider over who is calling whom.</source>
        <translation>Eine Signatur des Providers des Anrufers darüber, wer wen anruft.</translation>
    </message>
    <message>
        <source>Where the certificate for the Identity signature was found (obsolete).</source>
        <translation>Wo das Zertifikat zur Identity-Signatur zu finden war (veraltet).</translation>
    </message>
    <message>
        <source>Which kind of information this INFO request carries.</source>
        <translation>Welche Art von Information dieses INFO trägt.</translation>
    </message>
    <message>
        <source>Which earlier calls this call returns.</source>
        <translation>Welche früheren Anrufe dieser Anruf erwidert.</translation>
    </message>
    <message>
        <source>Which existing call the new one wants to be mixed into.</source>
        <translation>In welches bestehende Gespräch das neue gemischt werden will.</translation>
    </message>
    <message>
        <source>How many more proxies may pass the request on; every one takes one off.</source>
        <translation>Wie viele Proxys die Anfrage noch weiterreichen dürfen; jeder zieht eins ab.</translation>
    </message>
    <message>
        <source>The version of MIME the body follows.</source>
        <translation>Die MIME-Version, der der Body folgt.</translation>
    </message>
    <message>
        <source>The shortest lifetime the registrar accepts; it comes with a 423.</source>
        <translation>Die kürzeste Dauer, die der Registrar annimmt; kommt mit einem 423.</translation>
    </message>
    <message>
        <source>The shortest session refresh interval that is acceptable.</source>
        <translation>Der kürzeste annehmbare Abstand zwischen Auffrischungen der Sitzung.</translation>
    </message>
    <message>
        <source>The organisation the sender belongs to.</source>
        <translation>Die Organisation, zu der der Absender gehört.</translation>
    </message>
    <message>
        <source>Who the caller is, as vouched for by a trusted network.</source>
        <translation>Wer der Anrufer ist; dafür bürgt ein vertrauenswürdiges Netz.</translation>
    </message>
    <message>
        <source>Which of the caller&apos;s identities the network should vouch for.</source>
        <translation>Für welche Identität des Anrufers das Netz bürgen soll.</translation>
    </message>
    <message>
        <source>The proxies through which requests to this registration have to travel.</source>
        <translation>Die Proxys, über die Anfragen zu dieser Registrierung laufen müssen.</translation>
    </message>
    <message>
        <source>How urgent the request is to the one who receives it.</source>
        <translation>Wie dringend die Anfrage für den Empfänger ist.</translation>
    </message>
    <message>
        <source>Which parts of the caller&apos;s identity the network must hide.</source>
        <translation>Welche Teile der Identität des Anrufers das Netz verbergen muss.</translation>
    </message>
    <message>
        <source>The challenge of a proxy: prove that you know the password for this realm.</source>
        <translation>Die Challenge eines Proxys: zu beweisen ist, dass man das Passwort für diesen Realm kennt.</translation>
    </message>
    <message>
        <source>The proxy&apos;s own proof that it knows the password, and the nonce to use next.</source>
        <translation>Der Beweis des Proxys, dass auch er das Passwort kennt, und die nächste Nonce.</translation>
    </message>
    <message>
        <source>The answer to the challenge of a proxy.</source>
        <translation>Die Antwort auf die Challenge eines Proxys.</translation>
    </message>
    <message>
        <source>Which extensions every proxy on the way has to support.</source>
        <translation>Welche Erweiterungen jeder Proxy auf dem Weg unterstützen muss.</translation>
    </message>
    <message>
        <source>Which reliable provisional answer a PRACK confirms.</source>
        <translation>Welche zuverlässige vorläufige Antwort ein PRACK bestätigt.</translation>
    </message>
    <message>
        <source>Why this request was sent, for instance why a call ends.</source>
        <translation>Warum diese Anfrage gesendet wurde, zum Beispiel warum ein Gespräch endet.</translation>
    </message>
    <message>
        <source>A proxy that wants to stay on the path of all later requests of the dialog.</source>
        <translation>Ein Proxy, der auf dem Weg aller späteren Anfragen des Dialogs bleiben will.</translation>
    </message>
    <message>
        <source>Which INFO packages the sender is willing to receive.</source>
        <translation>Welche INFO-Packages der Absender anzunehmen bereit ist.</translation>
    </message>
    <message>
        <source>Whether a REFER creates a subscription to its own progress.</source>
        <translation>Ob ein REFER eine Subscription auf seinen eigenen Fortgang erzeugt.</translation>
    </message>
    <message>
        <source>Whom or what the receiver of a REFER is asked to contact.</source>
        <translation>Wen oder was der Empfänger eines REFER ansprechen soll.</translation>
    </message>
    <message>
        <source>Who asked for this request to be made.</source>
        <translation>Wer um diese Anfrage gebeten hat.</translation>
    </message>
    <message>
        <source>Which kind of device must not be reached.</source>
        <translation>Welche Art von Gerät nicht erreicht werden darf.</translation>
    </message>
    <message>
        <source>Which existing call the new one takes the place of.</source>
        <translation>An die Stelle welches bestehenden Gesprächs das neue tritt.</translation>
    </message>
    <message>
        <source>Where to call back, when that is not the From address.</source>
        <translation>Wohin zurückzurufen ist, wenn nicht an die From-Adresse.</translation>
    </message>
    <message>
        <source>How proxies should treat the request: fork, queue, redirect.</source>
        <translation>Wie Proxys die Anfrage behandeln sollen: verzweigen, warten lassen, umleiten.</translation>
    </message>
    <message>
        <source>Which extensions the receiver has to support; otherwise it answers 420.</source>
        <translation>Welche Erweiterungen der Empfänger unterstützen muss; sonst antwortet er mit 420.</translation>
    </message>
    <message>
        <source>After how many seconds it makes sense to try again.</source>
        <translation>Nach wie vielen Sekunden ein neuer Versuch sinnvoll ist.</translation>
    </message>
    <message>
        <source>The proxies the request must visit, in this order.</source>
        <translation>Die Proxys, über die die Anfrage laufen muss, in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Numbers a provisional answer that has to be confirmed by PRACK.</source>
        <translation>Zählt eine vorläufige Antwort, die mit PRACK zu bestätigen ist.</translation>
    </message>
    <message>
        <source>The software that answered.</source>
        <translation>Die Software, die geantwortet hat.</translation>
    </message>
    <message>
        <source>The proxies through which later requests of this registered client should go.</source>
        <translation>Die Proxys, über die spätere Anfragen dieses registrierten Clients laufen sollen.</translation>
    </message>
    <message>
        <source>How long the session lasts without a refresh, and who refreshes it.</source>
        <translation>Wie lange die Sitzung ohne Auffrischung besteht und wer sie auffrischt.</translation>
    </message>
    <message>
        <source>The name the server gave to the published state.</source>
        <translation>Der Name, den der Server dem veröffentlichten Zustand gegeben hat.</translation>
    </message>
    <message>
        <source>Which published state this PUBLISH refreshes, changes or removes.</source>
        <translation>Welchen veröffentlichten Zustand dieses PUBLISH auffrischt, ändert oder entfernt.</translation>
    </message>
    <message>
        <source>What the call is about, in words for people.</source>
        <translation>Worum es im Gespräch geht, in Worten für Menschen.</translation>
    </message>
    <message>
        <source>Whether the subscription is active, pending or over, and for how long.</source>
        <translation>Ob die Subscription aktiv, in der Schwebe oder beendet ist, und wie lange noch.</translation>
    </message>
    <message>
        <source>Which extensions the sender supports.</source>
        <translation>Welche Erweiterungen der Absender unterstützt.</translation>
    </message>
    <message>
        <source>When the request was sent by the sender&apos;s clock, to measure the round trip.</source>
        <translation>Wann die Anfrage nach der Uhr des Absenders gesendet wurde, zum Messen der Umlaufzeit.</translation>
    </message>
    <message>
        <source>Whom the request is meant for; its tag, added by the answer, names the other half of the dialog.</source>
        <translation>Für wen die Anfrage bestimmt ist; das Tag, das die Antwort hinzufügt, benennt die andere Hälfte des Dialogs.</translation>
    </message>
    <message>
        <source>Which required extensions are not supported; it comes with a 420.</source>
        <translation>Welche verlangten Erweiterungen nicht unterstützt werden; kommt mit einem 420.</translation>
    </message>
    <message>
        <source>The software that sent the request.</source>
        <translation>Die Software, die die Anfrage gesendet hat.</translation>
    </message>
    <message>
        <source>One hop of the way here: answers go back along these rows, top first; branch names the transaction.</source>
        <translation>Ein Hop des Wegs hierher: Antworten gehen an diesen Zeilen entlang zurück, die oberste zuerst; branch benennt die Transaktion.</translation>
    </message>
    <message>
        <source>What exactly went wrong, mostly with the session description.</source>
        <translation>Was genau nicht in Ordnung war, meist an der Sitzungsbeschreibung.</translation>
    </message>
    <message>
        <source>The challenge of the server: prove that you know the password for this realm.</source>
        <translation>Die Challenge des Servers: zu beweisen ist, dass man das Passwort für diesen Realm kennt.</translation>
    </message>
</context>
<context>
    <name>ui::HeaderRowsEditor</name>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Add header</source>
        <translation>Header hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate header</source>
        <translation>Header verdoppeln</translation>
    </message>
    <message>
        <source>Move header up</source>
        <translation>Header nach oben</translation>
    </message>
    <message>
        <source>Move header down</source>
        <translation>Header nach unten</translation>
    </message>
    <message>
        <source>Remove header</source>
        <translation>Header entfernen</translation>
    </message>
</context>
<context>
    <name>ui::HeaderRowsModel</name>
    <message>
        <source>Not a header row: no name and colon. Left out unless the message is sent exactly as typed.</source>
        <translation>Keine Header-Zeile: Name und Doppelpunkt fehlen. Entfällt, außer es wird genau wie eingegeben gesendet.</translation>
    </message>
    <message>
        <source>Filled in when sending. Add a row of this name to send your own.</source>
        <translation>Wird beim Senden ausgefüllt. Für einen eigenen Wert eine Zeile dieses Namens hinzufügen.</translation>
    </message>
    <message>
        <source>Kept, but not sent.</source>
        <translation>Bleibt stehen, wird aber nicht gesendet.</translation>
    </message>
    <message>
        <source>filled in when sending</source>
        <translation>beim Senden ausgefüllt</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>ui::HelpWindow</name>
    <message>
        <source>Viatrace Help</source>
        <translation>Viatrace-Hilfe</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>The manual is written in English.</source>
        <translation>Das Handbuch gibt es nur auf Englisch.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Neuigkeiten</translation>
    </message>
</context>
<context>
    <name>ui::HistoryModel</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>no result</source>
        <translation>kein Ergebnis</translation>
    </message>
    <message>
        <source>%1 (local)</source>
        <translation>%1 (lokal)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>ui::HistoryPane</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Send the selected request again, as it was</source>
        <translation>Die gewählte Anfrage unverändert erneut senden</translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Bring the selected request into the composer</source>
        <translation>Die gewählte Anfrage in den Anfrage-Editor holen</translation>
    </message>
</context>
<context>
    <name>ui::InspectorPane</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Stay on this tab, whatever row is selected</source>
        <translation>Auf diesem Tab bleiben, gleich welche Zeile gewählt ist</translation>
    </message>
    <message>
        <source>Pin this tab</source>
        <translation>Diesen Tab festhalten</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Msg</source>
        <translation>Msg</translation>
    </message>
    <message>
        <source>The message taken apart</source>
        <translation>Die Nachricht, in ihre Teile zerlegt</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>The message as it was on the wire</source>
        <translation>Die Nachricht, wie sie auf der Leitung war</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>How the answer to a challenge is worked out</source>
        <translation>Wie die Antwort auf eine Challenge berechnet wird</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Transaktion</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zust.</translation>
    </message>
    <message>
        <source>States and timers</source>
        <translation>Zustände und Timer</translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation>Dialog</translation>
    </message>
    <message>
        <source>Dialogs, their session, and the next request in them</source>
        <translation>Dialoge, ihre Sitzung und die nächste Anfrage in ihnen</translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation>Bindings</translation>
    </message>
    <message>
        <source>Binds</source>
        <translation>Bind.</translation>
    </message>
    <message>
        <source>What the registrar keeps, and for how long</source>
        <translation>Was der Registrar hält und wie lange</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Can</source>
        <translation>Kann</translation>
    </message>
    <message>
        <source>What the other side can do, as far as it says so</source>
        <translation>Was die Gegenstelle kann, soweit sie es sagt</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>The way to the server: names, connections, certificates, sizes, NAT</source>
        <translation>Der Weg zum Server: Namen, Verbindungen, Zertifikate, Größen, NAT</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What can be said about this request</source>
        <translation>Was über diese Anfrage zu sagen ist</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>Diff</translation>
    </message>
    <message>
        <source>What changed between attempts</source>
        <translation>Was sich zwischen den Versuchen geändert hat</translation>
    </message>
</context>
<context>
    <name>ui::KeptSecrets</name>
    <message>
        <source>a secret has %1 octets at most there</source>
        <translation>ein Geheimnis hat dort höchstens %1 Oktette</translation>
    </message>
    <message>
        <source>none runs here. Start one, such as GNOME Keyring or KWallet, and tick the box again.</source>
        <translation>hier läuft keiner. Einen starten, etwa GNOME Keyring oder KWallet, und das Häkchen erneut setzen.</translation>
    </message>
    <message>
        <source>access was refused. Tick the box again and allow it.</source>
        <translation>der Zugriff wurde abgelehnt. Das Häkchen erneut setzen und ihn erlauben.</translation>
    </message>
    <message>
        <source>it gives no access. Unlock it and tick the box again.</source>
        <translation>er gibt keinen Zugriff. Ihn entsperren und das Häkchen erneut setzen.</translation>
    </message>
    <message>
        <source>it cannot be used. See that it runs and is unlocked, and tick the box again.</source>
        <translation>er ist nicht benutzbar. Nachsehen, ob er läuft und entsperrt ist, und das Häkchen erneut setzen.</translation>
    </message>
</context>
<context>
    <name>ui::Ladder</name>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>local, %1</source>
        <translation>lokal, %1</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenstelle</translation>
    </message>
    <message numerus="yes">
        <source>+ %n resends</source>
        <translation>
            <numerusform>+ %n Wiederholung</numerusform>
            <numerusform>+ %n Wiederholungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LadderBar</name>
    <message>
        <source>Ladder options</source>
        <translation>Optionen des Ablaufs</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Show the painted ladder</source>
        <translation>Den gezeichneten Ablauf zeigen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Show the same rows as a table</source>
        <translation>Dieselben Zeilen als Tabelle zeigen</translation>
    </message>
    <message>
        <source>What the time column counts from</source>
        <translation>Ab wann die Zeitspalte zählt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation>Welche Zeilen angezeigt werden</translation>
    </message>
    <message>
        <source>Fold resends</source>
        <translation>Kopien falten</translation>
    </message>
    <message>
        <source>Hide copies of the same bytes under the first one</source>
        <translation>Kopien derselben Oktette unter der ersten verbergen</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Stay at the newest row</source>
        <translation>Bei der neuesten Zeile bleiben</translation>
    </message>
    <message>
        <source>Seconds since start</source>
        <translation>Sekunden ab Start</translation>
    </message>
    <message>
        <source>Since the row above</source>
        <translation>Seit Zeile davor</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Time column</source>
        <translation>Zeitspalte</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Names (dns)</source>
        <translation>Namen (dns)</translation>
    </message>
    <message>
        <source>Connections (tcp)</source>
        <translation>Verbindungen (tcp)</translation>
    </message>
    <message>
        <source>TLS handshakes (tls)</source>
        <translation>TLS-Handshakes (tls)</translation>
    </message>
    <message>
        <source>WebSockets (ws)</source>
        <translation>WebSockets (ws)</translation>
    </message>
    <message>
        <source>Local statuses</source>
        <translation>Lokale Status</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Small steps too: timers set, states, attempts, keep-alives</source>
        <translation>Auch kleine Schritte: Timer gestellt, Zustände, Versuche, Keep-Alives</translation>
    </message>
    <message>
        <source>Kinds of rows</source>
        <translation>Arten von Zeilen</translation>
    </message>
    <message>
        <source>Show (%1 folded)</source>
        <translation>Zeigen (%1 gefaltet)</translation>
    </message>
</context>
<context>
    <name>ui::LadderModel</name>
    <message>
        <source>  (local)</source>
        <translation>  (lokal)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Since last</source>
        <translation>Seit davor</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheiten</translation>
    </message>
    <message numerus="yes">
        <source>  + %n resends</source>
        <translation>
            <numerusform>  + %n Wiederholung</numerusform>
            <numerusform>  + %n Wiederholungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LadderPane</name>
    <message>
        <source>Ladder and verdict</source>
        <translation>Ablauf und Urteil</translation>
    </message>
</context>
<context>
    <name>ui::LadderTable</name>
    <message>
        <source>Ladder table</source>
        <translation>Tabelle des Ablaufs</translation>
    </message>
</context>
<context>
    <name>ui::LadderView</name>
    <message>
        <source>Ladder</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Everything that happened, one row each. The table beside it holds the same rows.</source>
        <translation>Alles, was geschehen ist, je eine Zeile. Die Tabelle daneben enthält dieselben Zeilen.</translation>
    </message>
    <message>
        <source>↓ Follow</source>
        <translation>↓ Folgen</translation>
    </message>
    <message>
        <source>Follow the newest row</source>
        <translation>Der neuesten Zeile folgen</translation>
    </message>
    <message>
        <source>Go to the newest row and stay there (End)</source>
        <translation>Zur neuesten Zeile gehen und dort bleiben (Ende)</translation>
    </message>
    <message>
        <source>%1, %2 after the first row</source>
        <translation>%1, %2 nach der ersten Zeile</translation>
    </message>
    <message>
        <source>&amp;Copy row</source>
        <translation>Zeile &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy ladder as &amp;text</source>
        <translation>Ablauf als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Copy ladder as &amp;Mermaid</source>
        <translation>Ablauf als &amp;Mermaid kopieren</translation>
    </message>
    <message>
        <source>&amp;Show resends</source>
        <translation>Wiederholungen &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Fold resends</source>
        <translation>Wiederholungen &amp;falten</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Removing what is kept at servers before the window closes, 2 s at most; close it again not to wait.</source>
        <translation>Entfernt vor dem Schließen, was auf Servern gehalten wird, höchstens 2 s; nochmals schließen, um nicht zu warten.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Practice server</source>
        <translation>Übungsserver</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Dropped events</source>
        <translation>Verworfene Ereignisse</translation>
    </message>
    <message>
        <source>A call came in: it is answered as the registration says, or by hand on the page Dialog.</source>
        <translation>Ein Anruf ist eingegangen: Er wird beantwortet, wie die Registrierung es sagt, oder von Hand auf der Seite „Dialog“.</translation>
    </message>
    <message>
        <source>The practice server did not start: %1</source>
        <translation>Der Übungsserver ist nicht gestartet: %1</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>noch nichts gesendet</translation>
    </message>
    <message>
        <source>More happened than could be shown; the oldest were left out, and counted.</source>
        <translation>Es geschah mehr, als sich anzeigen ließ; das Älteste wurde ausgelassen und gezählt.</translation>
    </message>
    <message>
        <source>Practice server: %1 on %2, nothing leaves this computer</source>
        <translation>Übungsserver: %1 auf %2, nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>Practice server: %1 on %2, leads the caller off this computer</source>
        <translation>Übungsserver: %1 auf %2, führt den Anrufer von diesem Rechner weg</translation>
    </message>
    <message>
        <source>Practice server: off</source>
        <translation>Übungsserver: aus</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New request</source>
        <translation>&amp;Neue Anfrage</translation>
    </message>
    <message>
        <source>&amp;Open request...</source>
        <translation>Anfrage ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>&amp;Save request</source>
        <translation>Anfrage &amp;speichern</translation>
    </message>
    <message>
        <source>Save request &amp;as...</source>
        <translation>Anfrage speichern &amp;unter...</translation>
    </message>
    <message>
        <source>Export ladder as &amp;text...</source>
        <translation>Ablauf als &amp;Text exportieren...</translation>
    </message>
    <message>
        <source>Export ladder as &amp;Mermaid...</source>
        <translation>Ablauf als &amp;Mermaid exportieren...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;Cancel what is running</source>
        <translation>Laufendes a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Next in &amp;dialog...</source>
        <translation>Weiter im &amp;Dialog...</translation>
    </message>
    <message>
        <source>&amp;Give the credential asked for</source>
        <translation>Verlangte &amp;Zugangsdaten eingeben</translation>
    </message>
    <message>
        <source>Go to &amp;target</source>
        <translation>Zum Z&amp;iel</translation>
    </message>
    <message>
        <source>&amp;Resend</source>
        <translation>&amp;Erneut senden</translation>
    </message>
    <message>
        <source>&amp;Edit and resend</source>
        <translation>Bea&amp;rbeiten und erneut senden</translation>
    </message>
    <message>
        <source>Start from a te&amp;mplate</source>
        <translation>Mit &amp;Vorlage beginnen</translation>
    </message>
    <message>
        <source>Session descri&amp;ption...</source>
        <translation>Sitzungsbeschreibun&amp;g...</translation>
    </message>
    <message>
        <source>Copy &amp;ladder as text</source>
        <translation>Ablauf als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Cl&amp;ear history</source>
        <translation>Verlauf &amp;leeren</translation>
    </message>
    <message>
        <source>Co&amp;mmands...</source>
        <translation>Befe&amp;hle...</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>C&amp;omposer</source>
        <translation>Anfrage-&amp;Editor</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>Inspector &amp;below the ladder</source>
        <translation>Inspektor &amp;unter dem Ablauf</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Welcome page</source>
        <translation>&amp;Willkommensseite</translation>
    </message>
    <message>
        <source>&amp;Practice</source>
        <translation>Üb&amp;ung</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Viatrace</source>
        <translation>Ü&amp;ber Viatrace</translation>
    </message>
    <message>
        <source>The window speaks the chosen language when it is started the next time.</source>
        <translation>Das Fenster spricht die gewählte Sprache ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Runs on this computer only: nothing leaves it</source>
        <translation>Läuft nur auf diesem Rechner: Nichts verlässt ihn</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Starten: %1</translation>
    </message>
    <message>
        <source>Start with &amp;other values...</source>
        <translation>Mit &amp;anderen Werten starten...</translation>
    </message>
    <message>
        <source>Another number, algorithm or realm than in the list above</source>
        <translation>Andere Zahl, anderer Algorithmus oder Realm als in der Liste oben</translation>
    </message>
    <message>
        <source>S&amp;top the practice server</source>
        <translation>Übungsserver &amp;stoppen</translation>
    </message>
    <message>
        <source>The practice server listens on %1. User 1001, password s3cret.</source>
        <translation>Der Übungsserver lauscht auf %1. Benutzer 1001, Passwort s3cret.</translation>
    </message>
    <message>
        <source>Start the practice server</source>
        <translation>Übungsserver starten</translation>
    </message>
    <message>
        <source>How it behaves; put values in place of what is in &lt;&gt; and []:</source>
        <translation>Wie er sich verhält; für das in &lt;&gt; und [] Werte einsetzen:</translation>
    </message>
    <message>
        <source># Keyboard shortcuts</source>
        <translation># Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>To the next field; no editor keeps the key for itself</source>
        <translation>Zum nächsten Feld; kein Editor behält die Taste für sich</translation>
    </message>
    <message>
        <source>In the header table: send this row or not</source>
        <translation>In der Header-Tabelle: diese Zeile senden oder nicht</translation>
    </message>
    <message>
        <source>In the header table: edit</source>
        <translation>In der Header-Tabelle: bearbeiten</translation>
    </message>
    <message>
        <source>In the header table: remove this row</source>
        <translation>In der Header-Tabelle: diese Zeile entfernen</translation>
    </message>
    <message>
        <source>&amp;MTU sweep...</source>
        <translation>&amp;Größentest (MTU)...</translation>
    </message>
    <message>
        <source>From which size on requests are lost, and why</source>
        <translation>Ab welcher Größe Anfragen verloren gehen, und warum</translation>
    </message>
    <message>
        <source>&amp;Path of a request...</source>
        <translation>&amp;Weg einer Anfrage...</translation>
    </message>
    <message>
        <source>The proxies on the way, by counting Max-Forwards up</source>
        <translation>Die Proxys auf dem Weg, durch Hochzählen von Max-Forwards</translation>
    </message>
    <message>
        <source>One change against lost sizes: %1</source>
        <translation>Eine Änderung gegen verlorene Größen: %1</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>There is no dialog that is alive: keep a call with &quot;Hang up after: only by hand&quot;.</source>
        <translation>Es gibt keinen lebenden Dialog: ein Gespräch mit „Auflegen nach: nur von Hand“ halten.</translation>
    </message>
    <message>
        <source>Sent with one change: %1</source>
        <translation>Mit einer Änderung gesendet: %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>%1 ended without an answer</source>
        <translation>%1 endete ohne Antwort</translation>
    </message>
    <message>
        <source>%1: %2 received</source>
        <translation>%1: %2 empfangen</translation>
    </message>
    <message>
        <source>%1: %2 (made here: %3)</source>
        <translation>%1: %2 (hier erzeugt: %3)</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Open request</source>
        <translation>Anfrage öffnen</translation>
    </message>
    <message>
        <source>Request files (*.via);;All files (*)</source>
        <translation>Anfragedateien (*.via);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save request</source>
        <translation>Anfrage speichern</translation>
    </message>
    <message>
        <source>Saved %1. Passwords are not in it, only references to them.</source>
        <translation>%1 gespeichert. Passwörter stehen nicht darin, nur Verweise auf sie.</translation>
    </message>
    <message>
        <source>Export ladder</source>
        <translation>Ablauf exportieren</translation>
    </message>
    <message>
        <source>Mermaid (*.mmd *.md)</source>
        <translation>Mermaid (*.mmd *.md)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Nach %1 exportiert</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Viatrace: %1</source>
        <translation>Viatrace: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events in this flow, sent in this run: %L1</source>
        <translation>
            <numerusform>%Ln Ereignis hier, bisher gesendet: %L1</numerusform>
            <numerusform>%Ln Ereignisse hier, bisher gesendet: %L1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events dropped</source>
        <translation>
            <numerusform>%Ln Ereignis verworfen</numerusform>
            <numerusform>%Ln Ereignisse verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>The request asks for the secret &quot;%1&quot;:</source>
        <translation>Die Anfrage verlangt das Geheimnis „%1“:</translation>
    </message>
    <message>
        <source>What is &amp;new</source>
        <translation>&amp;Neuigkeiten</translation>
    </message>
    <message>
        <source>What is new in Viatrace %1</source>
        <translation>Neu in Viatrace %1</translation>
    </message>
    <message>
        <source>The request of the last run was too large to be kept whole.</source>
        <translation>Die Anfrage des letzten Laufs war zu groß, um ganz behalten zu werden.</translation>
    </message>
</context>
<context>
    <name>ui::MarkIcon</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>ui::MessageDiff</name>
    <message>
        <source>every new request of the call counts on (RFC 3261 8.1.3.5)</source>
        <translation>jede neue Anfrage des Anrufs zählt weiter (RFC 3261 8.1.3.5)</translation>
    </message>
    <message>
        <source>a new attempt is a new transaction with a branch of its own (RFC 3261 8.1.1.7)</source>
        <translation>ein neuer Versuch ist eine neue Transaktion mit eigenem Branch (RFC 3261 8.1.1.7)</translation>
    </message>
    <message>
        <source>the answer to the challenge of the server (RFC 3261 22.2)</source>
        <translation>die Antwort auf die Challenge des Servers (RFC 3261 22.2)</translation>
    </message>
    <message>
        <source>the answer to the challenge of a proxy (RFC 3261 22.3)</source>
        <translation>die Antwort auf die Challenge eines Proxys (RFC 3261 22.3)</translation>
    </message>
    <message>
        <source>follows the size of the body (RFC 3261 20.14)</source>
        <translation>folgt der Größe des Body (RFC 3261 20.14)</translation>
    </message>
    <message>
        <source>Start line</source>
        <translation>Startzeile</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
</context>
<context>
    <name>ui::MessageParts</name>
    <message>
        <source>version of the format</source>
        <translation>Version des Formats</translation>
    </message>
    <message>
        <source>origin: who made this description, with its number and version</source>
        <translation>origin: wer diese Beschreibung erzeugt hat, mit Nummer und Version</translation>
    </message>
    <message>
        <source>session name</source>
        <translation>Name der Sitzung</translation>
    </message>
    <message>
        <source>connection: the address media goes to</source>
        <translation>connection: die Adresse, an die Medien gehen</translation>
    </message>
    <message>
        <source>time the session is active</source>
        <translation>Zeit, in der die Sitzung aktiv ist</translation>
    </message>
    <message>
        <source>media: kind, port, profile, payload types</source>
        <translation>media: Art, Port, Profil, Payload-Typen</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>information for people</source>
        <translation>Information für Menschen</translation>
    </message>
    <message>
        <source>URI with more information</source>
        <translation>URI mit weiteren Informationen</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>key (obsolete)</source>
        <translation>Schlüssel (veraltet)</translation>
    </message>
    <message>
        <source>repeat times</source>
        <translation>Wiederholungszeiten</translation>
    </message>
    <message>
        <source>time zones</source>
        <translation>Zeitzonen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>what the receiver is asked to do</source>
        <translation>was der Empfänger tun soll</translation>
    </message>
    <message>
        <source>whom or what the request is for on this hop</source>
        <translation>für wen oder was die Anfrage auf diesem Hop bestimmt ist</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>1xx goes on, 2xx done, 3xx elsewhere, 4xx to 6xx refused</source>
        <translation>1xx geht weiter, 2xx erledigt, 3xx anderswo, 4xx bis 6xx abgelehnt</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Reason Phrase</translation>
    </message>
    <message>
        <source>for people; no device acts on it</source>
        <translation>für Menschen; kein Gerät richtet sich danach</translation>
    </message>
    <message>
        <source>Not SIP</source>
        <translation>Kein SIP</translation>
    </message>
    <message>
        <source>No header field this program knows; it is kept as it is.</source>
        <translation>Kein Header, den dieses Programm kennt; er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>%1, %L2 octets</source>
        <translation>%1, %L2 Oktette</translation>
    </message>
    <message>
        <source>no Content-Type</source>
        <translation>kein Content-Type</translation>
    </message>
    <message>
        <source>What the message carries; Content-Type says how to read it (RFC 3261 7.4)</source>
        <translation>Was die Nachricht trägt; Content-Type sagt, wie es zu lesen ist (RFC 3261 7.4)</translation>
    </message>
</context>
<context>
    <name>ui::MessageTree</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Start line, header fields and body of the selected message</source>
        <translation>Startzeile, Header und Body der gewählten Nachricht</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Select a request or an answer in the ladder to see what it is made of.</source>
        <translation>Im Ablauf eine Anfrage oder Antwort auswählen, um zu sehen, woraus sie besteht.</translation>
    </message>
    <message>
        <source>“%1” is something that happened here, not a message. Select a request or an answer in the ladder.</source>
        <translation>„%1“ ist hier geschehen und keine Nachricht. Im Ablauf eine Anfrage oder Antwort auswählen.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy as on the wire</source>
        <translation>Kopieren wie auf der Leitung</translation>
    </message>
    <message>
        <source>Copy whole message</source>
        <translation>Ganze Nachricht kopieren</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alle ausklappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alle einklappen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more lines are not shown.</source>
        <translation>
            <numerusform>%Ln weitere Zeile wird nicht gezeigt.</numerusform>
            <numerusform>%Ln weitere Zeilen werden nicht gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more lines are not shown. Show all</source>
        <translation>
            <numerusform>%Ln weitere Zeile wird nicht gezeigt. Alle zeigen</numerusform>
            <numerusform>%Ln weitere Zeilen werden nicht gezeigt. Alle zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NatPanel</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Brings the request back into the composer with that Contact, to look at and send</source>
        <translation>Holt die Anfrage mit diesem Contact zurück in den Anfrage-Editor, zum Ansehen und Senden</translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation>Gesendet von</translation>
    </message>
    <message>
        <source>Via, sent</source>
        <translation>Via, gesendet</translation>
    </message>
    <message>
        <source>, rport asked for</source>
        <translation>, rport verlangt</translation>
    </message>
    <message>
        <source>Via, received</source>
        <translation>Via, received</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>nicht mitgeteilt</translation>
    </message>
    <message>
        <source>Via, rport</source>
        <translation>Via, rport</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>nicht ausgefüllt</translation>
    </message>
    <message>
        <source>Contact, sent</source>
        <translation>Contact, gesendet</translation>
    </message>
    <message>
        <source>Contact, kept</source>
        <translation>Contact, gehalten</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Use %1 in Contact</source>
        <translation>%1 als Contact verwenden</translation>
    </message>
</context>
<context>
    <name>ui::NextInDialog</name>
    <message>
        <source>INFO: press a key (DTMF)</source>
        <translation>INFO: eine Taste drücken (DTMF)</translation>
    </message>
    <message>
        <source>Hold (re-INVITE)</source>
        <translation>Halten (re-INVITE)</translation>
    </message>
    <message>
        <source>Resume (re-INVITE)</source>
        <translation>Fortsetzen (re-INVITE)</translation>
    </message>
    <message>
        <source>re-INVITE without an offer</source>
        <translation>re-INVITE ohne Offer</translation>
    </message>
    <message>
        <source>UPDATE</source>
        <translation>UPDATE</translation>
    </message>
    <message>
        <source>MESSAGE</source>
        <translation>MESSAGE</translation>
    </message>
    <message>
        <source>REFER: transfer</source>
        <translation>REFER: Vermitteln</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPTIONS</translation>
    </message>
    <message>
        <source>Refresh the subscription</source>
        <translation>Die Subscription auffrischen</translation>
    </message>
    <message>
        <source>End the subscription</source>
        <translation>Die Subscription beenden</translation>
    </message>
    <message>
        <source>BYE</source>
        <translation>BYE</translation>
    </message>
    <message>
        <source>Header rows</source>
        <translation>Header-Zeilen</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>As it will be sent</source>
        <translation>So wird gesendet</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Next in dialog</source>
        <translation>Weiter im Dialog</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation>Name: Wert</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht an</translation>
    </message>
    <message>
        <source>Next in dialog, tag %1</source>
        <translation>Weiter im Dialog, Tag %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>It goes where the first request went: %1</source>
        <translation>Sie geht dorthin, wohin die erste Anfrage ging: %1</translation>
    </message>
    <message>
        <source>The peer&apos;s Allow does not name %1.</source>
        <translation>Das Allow der Gegenstelle nennt %1 nicht.</translation>
    </message>
    <message>
        <source>The dialog has ended.</source>
        <translation>Der Dialog ist beendet.</translation>
    </message>
    <message>
        <source>Line %1 is no header row: &quot;Name: value&quot; is expected.</source>
        <translation>Zeile %1 ist keine Header-Zeile: Erwartet wird „Name: Wert“.</translation>
    </message>
    <message>
        <source>A method is one word, such as INFO.</source>
        <translation>Eine Methode ist ein Wort, zum Beispiel INFO.</translation>
    </message>
    <message>
        <source>Goes to: %1</source>
        <translation>Geht an: %1</translation>
    </message>
    <message>
        <source>(the session description as agreed, with the direction changed, is put in when it is sent)</source>
        <translation>(beim Senden wird die vereinbarte Sitzungsbeschreibung mit geänderter Richtung eingesetzt)</translation>
    </message>
</context>
<context>
    <name>ui::OptionsSection</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>As in RFC 3261: T1 500 ms, gives up after 32 s</source>
        <translation>Wie in RFC 3261: T1 500 ms, Abbruch nach 32 s</translation>
    </message>
    <message>
        <source>Fast: T1 50 ms, gives up after 3.2 s</source>
        <translation>Schnell: T1 50 ms, Abbruch nach 3,2 s</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene Werte</translation>
    </message>
    <message>
        <source>T1</source>
        <translation>T1</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Estimate of the round trip; the request is given up after 64 times T1.</source>
        <translation>Schätzung der Umlaufzeit; nach 64-mal T1 wird die Anfrage aufgegeben.</translation>
    </message>
    <message>
        <source>T2</source>
        <translation>T2</translation>
    </message>
    <message>
        <source>The longest pause between resends of a request that is no INVITE.</source>
        <translation>Die längste Pause zwischen Wiederholungen einer Anfrage, die kein INVITE ist.</translation>
    </message>
    <message>
        <source>T4</source>
        <translation>T4</translation>
    </message>
    <message>
        <source>How long a message may stay in the network.</source>
        <translation>Wie lange eine Nachricht im Netz bleiben kann.</translation>
    </message>
    <message>
        <source>New attempts</source>
        <translation>Neue Versuche</translation>
    </message>
    <message>
        <source>How many times a challenge and the like may be answered by itself.</source>
        <translation>Wie oft eine Challenge und Ähnliches von selbst beantwortet werden darf.</translation>
    </message>
    <message>
        <source>Follow redirections</source>
        <translation>Umleitungen folgen</translation>
    </message>
    <message>
        <source>The Contacts of a 3xx are tried one after the other (RFC 3261 8.1.3.4).</source>
        <translation>Die Contacts eines 3xx werden der Reihe nach versucht (RFC 3261 8.1.3.4).</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Hang up after</source>
        <translation>Auflegen nach</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>After the call is taken, BYE is sent after this time. Of a REGISTER: for the calls that come in.</source>
        <translation>Nach dieser Zeit im Gespräch wird BYE gesendet. Bei einem REGISTER: für eingehende Anrufe.</translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation>nur von Hand</translation>
    </message>
    <message>
        <source>Ring limit</source>
        <translation>Höchstens klingeln</translation>
    </message>
    <message>
        <source>Without an answer the call is cancelled after this time.</source>
        <translation>Ohne Antwort wird der Anruf nach dieser Zeit abgebrochen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Halten für</translation>
    </message>
    <message>
        <source>REGISTER and PUBLISH are refreshed for this time and then removed.</source>
        <translation>REGISTER und PUBLISH werden so lange aufgefrischt und dann entfernt.</translation>
    </message>
    <message>
        <source>until cancelled</source>
        <translation>bis zum Abbrechen</translation>
    </message>
    <message>
        <source>Remove when the program ends</source>
        <translation>Am Programmende entfernen</translation>
    </message>
    <message>
        <source>Closing the window ends a registration or publication that is kept, which takes 2 s at most; otherwise it stays at the server until it runs out.</source>
        <translation>Das Schließen des Fensters beendet eine gehaltene Registrierung oder Veröffentlichung, was höchstens 2 s dauert; sonst bleibt sie auf dem Server, bis sie abläuft.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Requests to follow in the dialog, one in a line: [TIME] METHOD [| Name: value] [|| body], hold, resume, dtmf KEY.</source>
        <translation>Anfragen, die im Dialog folgen, je eine Zeile: [ZEIT] METHODE [| Name: Wert] [|| Body], hold, resume, dtmf TASTE.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>What requests of the peer in the dialog are answered, one rule in a line: METHOD: [TIME] STATUS, ...; silence; by hand.</source>
        <translation>Wie Anfragen der Gegenstelle im Dialog beantwortet werden, je Zeile eine Regel: METHODE: [ZEIT] STATUS, ...; silence; by hand.</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>The topmost that is supported (RFC 8760)</source>
        <translation>Die oberste unterstützte (RFC 8760)</translation>
    </message>
    <message>
        <source>The strongest</source>
        <translation>Die stärkste</translation>
    </message>
    <message>
        <source>The weakest</source>
        <translation>Die schwächste</translation>
    </message>
    <message>
        <source>Challenge to answer</source>
        <translation>Challenge zum Beantworten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Beantworten</translation>
    </message>
    <message>
        <source>As offered</source>
        <translation>Wie angeboten</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Bearer</source>
        <translation>Bearer</translation>
    </message>
    <message>
        <source>Digest or Bearer</source>
        <translation>Digest oder Bearer</translation>
    </message>
    <message>
        <source>Which of the two, when a realm offers both and there is a credential for each (RFC 8898 2.1.1).</source>
        <translation>Welches von beiden, wenn ein Realm beide anbietet und für beide Zugangsdaten da sind (RFC 8898 2.1.1).</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>the Request-URI</source>
        <translation>die Request-URI</translation>
    </message>
    <message>
        <source>Digest uri</source>
        <translation>uri im Digest</translation>
    </message>
    <message>
        <source>Send accepted credentials unasked</source>
        <translation>Zugangsdaten ungefragt senden</translation>
    </message>
    <message>
        <source>What a server accepted goes along with the next request to it, counted on (RFC 3261 22.2).</source>
        <translation>Was ein Server angenommen hat, geht mit der nächsten Anfrage an ihn mit, weitergezählt (RFC 3261 22.2).</translation>
    </message>
    <message>
        <source>Stale nonces</source>
        <translation>Veraltete Nonces</translation>
    </message>
    <message>
        <source>How many times in a row a realm may call its own nonce stale (RFC 2617 3.2.1).</source>
        <translation>Wie oft hintereinander ein Realm seine eigene Nonce veraltet nennen darf (RFC 2617 3.2.1).</translation>
    </message>
    <message>
        <source>Authenticated sends</source>
        <translation>Senden mit Zugangsdaten</translation>
    </message>
    <message>
        <source>How many requests with credentials are sent for one press of Send, in all.</source>
        <translation>Wie viele Anfragen mit Zugangsdaten ein Druck auf „Senden“ insgesamt auslöst.</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Stay on UDP over 1300 octets</source>
        <translation>Über 1300 Oktetten bei UDP bleiben</translation>
    </message>
    <message>
        <source>RFC 3261 18.1.1 wants TCP for them, and a MESSAGE is not sent over UDP at all without this (RFC 3428 8).</source>
        <translation>RFC 3261 18.1.1 verlangt für sie TCP, und ein MESSAGE wird ohne dies gar nicht über UDP gesendet (RFC 3428 8).</translation>
    </message>
    <message>
        <source>Write compact header names</source>
        <translation>Header-Namen kurz schreiben</translation>
    </message>
    <message>
        <source>For example f for From (RFC 3261 7.3.3).</source>
        <translation>Zum Beispiel f für From (RFC 3261 7.3.3).</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>When the answer asks for it</source>
        <translation>Wenn die Antwort darum bittet</translation>
    </message>
    <message>
        <source>The same, and our Via asks too</source>
        <translation>Ebenso, und unser Via bittet auch darum</translation>
    </message>
    <message>
        <source>In any case</source>
        <translation>In jedem Fall</translation>
    </message>
    <message>
        <source>Keep-alive</source>
        <translation>Keep-Alive</translation>
    </message>
    <message>
        <source>Pings keep the flow open while a registration, publication, subscription or call lasts: CRLF over TCP and TLS, Ping over WebSocket, STUN over UDP (RFC 5626 4.4, RFC 6223).</source>
        <translation>Pings halten den Flow offen, solange eine Registrierung, Veröffentlichung, Subscription oder ein Gespräch besteht: CRLF über TCP und TLS, Ping über WebSocket, STUN über UDP (RFC 5626 4.4, RFC 6223).</translation>
    </message>
    <message>
        <source>Ping at least every</source>
        <translation>Ping mindestens alle</translation>
    </message>
    <message>
        <source>Each pause is drawn anew from 80 to 100 % of it.</source>
        <translation>Jede Pause wird neu gezogen, aus 80 bis 100 % davon.</translation>
    </message>
    <message>
        <source>Allow CANCEL for any request</source>
        <translation>CANCEL für jede Anfrage erlauben</translation>
    </message>
    <message>
        <source>For others than INVITE, RFC 3261 9.1 advises against it.</source>
        <translation>Bei anderen als INVITE rät RFC 3261 9.1 davon ab.</translation>
    </message>
    <message>
        <source>Prefer auth-int</source>
        <translation>auth-int bevorzugen</translation>
    </message>
    <message>
        <source>It protects the body too (RFC 7616 3.4.3).</source>
        <translation>Es schützt auch den Body (RFC 7616 3.4.3).</translation>
    </message>
</context>
<context>
    <name>ui::PathInspector</name>
    <message>
        <source>This flow is long: its middle is not counted here.</source>
        <translation>Dieser Ablauf ist lang: Seine Mitte ist hier nicht mitgezählt.</translation>
    </message>
    <message>
        <source>Names and targets</source>
        <translation>Namen und Ziele</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>NAT</source>
        <translation>NAT</translation>
    </message>
    <message>
        <source>Send uses only %1.</source>
        <translation>„Senden“ verwendet nur %1.</translation>
    </message>
    <message>
        <source>Send takes no target for dead any more.</source>
        <translation>„Senden“ nimmt kein Ziel mehr als ausgefallen an.</translation>
    </message>
    <message>
        <source>A drill: Send takes %1 for dead. Nothing is sent there, the wait is real.</source>
        <translation>Eine Ausfallprobe: „Senden“ nimmt %1 als ausgefallen an. Dorthin wird nichts gesendet, die Wartezeit ist echt.</translation>
    </message>
    <message>
        <source>Send trusts this certificate, whoever signed it, and warns when it changes.</source>
        <translation>„Senden“ vertraut diesem Zertifikat, wer es auch signiert hat, und warnt, wenn es sich ändert.</translation>
    </message>
    <message>
        <source>Contact names the address the server saw: %1.</source>
        <translation>Contact nennt die Adresse, die der Server gesehen hat: %1.</translation>
    </message>
    <message>
        <source>Nothing has been looked up, connected or sent yet.</source>
        <translation>Noch wurde nichts aufgelöst, verbunden oder gesendet.</translation>
    </message>
    <message>
        <source>Select a request to see its way to the server.</source>
        <translation>Eine Anfrage auswählen, um ihren Weg zum Server zu sehen.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>and %1 before them</source>
        <translation>und davor %1</translation>
    </message>
</context>
<context>
    <name>ui::PathPicture</name>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Picture of the path, nothing yet</source>
        <translation>Bild des Wegs, noch leer</translation>
    </message>
    <message>
        <source>Path: %1</source>
        <translation>Weg: %1</translation>
    </message>
    <message>
        <source>named by Record-Route, not by the hop itself</source>
        <translation>in Record-Route genannt, nicht vom Hop selbst</translation>
    </message>
    <message>
        <source>Start draws the hops here, from this computer to the target.</source>
        <translation>„Start“ zeichnet hier die Hops, von diesem Rechner bis zum Ziel.</translation>
    </message>
</context>
<context>
    <name>ui::PathWindow</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Path of a request</source>
        <translation>Weg einer Anfrage</translation>
    </message>
    <message>
        <source>Max-Forwards</source>
        <translation>Max-Forwards</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>From</source>
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
        <source>Largest Max-Forwards</source>
        <translation>Größtes Max-Forwards</translation>
    </message>
    <message>
        <source>Max-Forwards from 0 to</source>
        <translation>Max-Forwards von 0 bis</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>Hops</translation>
    </message>
    <message numerus="yes">
        <source>%n requests sent</source>
        <translation>
            <numerusform>%n Anfrage gesendet</numerusform>
            <numerusform>%n Anfragen gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Markdown (*.md);;JSON (*.json)</source>
        <translation>Markdown (*.md);;JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>ui::ProbeRequestFields</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>sip:sip.example.com or udp:192.0.2.1:5060</source>
        <translation>sip:sip.example.com oder udp:192.0.2.1:5060</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>The one in the composer</source>
        <translation>Die im Anfrage-Editor</translation>
    </message>
    <message>
        <source>The request in the composer %1.</source>
        <translation>Die Anfrage im Anfrage-Editor %1.</translation>
    </message>
    <message>
        <source>Up to %L1 requests will be sent to %2, five a second at most.</source>
        <translation>Bis zu %L1 Anfragen werden an %2 gesendet, höchstens fünf in der Sekunde.</translation>
    </message>
    <message>
        <source>Up to %L1 messages will be sent.</source>
        <translation>Bis zu %L1 Nachrichten werden gesendet.</translation>
    </message>
    <message>
        <source>Up to %L1 calls will be made.</source>
        <translation>Bis zu %L1 Anrufe werden getätigt.</translation>
    </message>
    <message>
        <source>A MESSAGE may come up on somebody&apos;s screen each time.</source>
        <translation>Ein MESSAGE kann jedes Mal auf einem Bildschirm erscheinen.</translation>
    </message>
    <message>
        <source>An INVITE may ring somebody&apos;s phone each time.</source>
        <translation>Ein INVITE kann jedes Mal ein Telefon klingeln lassen.</translation>
    </message>
    <message>
        <source>Send them</source>
        <translation>Senden</translation>
    </message>
</context>
<context>
    <name>ui::ProbeWindow</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Export report...</source>
        <translation>Bericht exportieren...</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>ui::RawEditor</name>
    <message>
        <source>Raw message</source>
        <translation>Nachricht, roh</translation>
    </message>
</context>
<context>
    <name>ui::RawPage</name>
    <message>
        <source>Send exactly as typed</source>
        <translation>Genau wie eingegeben senden</translation>
    </message>
    <message>
        <source>Nothing is filled in, nothing is corrected: these octets go out. For trying what a server makes of broken messages.</source>
        <translation>Nichts wird ausgefüllt, nichts berichtigt: Genau diese Oktette gehen hinaus. Um zu sehen, was ein Server aus kaputten Nachrichten macht.</translation>
    </message>
    <message>
        <source>Filled in when sending</source>
        <translation>Beim Senden ausgefüllt</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Error: </source>
        <translation>Fehler: </translation>
    </message>
    <message>
        <source>Warning: </source>
        <translation>Warnung: </translation>
    </message>
    <message>
        <source>Note: </source>
        <translation>Hinweis: </translation>
    </message>
</context>
<context>
    <name>ui::RawView</name>
    <message>
        <source>Raw message</source>
        <translation>Nachricht, roh</translation>
    </message>
    <message>
        <source>The octets of the selected message; the numbers at the left count octets</source>
        <translation>Die Oktette der gewählten Nachricht; die Zahlen links zählen Oktette</translation>
    </message>
    <message>
        <source>The first %L1 of %L2 octets are shown.</source>
        <translation>Gezeigt sind die ersten %L1 von %L2 Oktetten.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>The first %L1 of %L2 octets are shown. Show all</source>
        <translation>Gezeigt sind die ersten %L1 von %L2 Oktetten. Alle zeigen</translation>
    </message>
</context>
<context>
    <name>ui::RoadSection</name>
    <message>
        <source>Names and targets</source>
        <translation>Namen und Ziele</translation>
    </message>
    <message>
        <source>DNS server</source>
        <translation>DNS-Server</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>Asks this one for the names of servers, e.g. 127.0.0.1:5353; port 53 if none is given.</source>
        <translation>Fragt diesen nach den Namen von Servern, z. B. 127.0.0.1:5353; ohne Angabe Port 53.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>IPv4 first, then IPv6</source>
        <translation>erst IPv4, dann IPv6</translation>
    </message>
    <message>
        <source>IPv6 first, then IPv4</source>
        <translation>erst IPv6, dann IPv4</translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation>nur IPv4</translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>nur IPv6</translation>
    </message>
    <message>
        <source>Which addresses are asked for, and which of them come first.</source>
        <translation>Nach welchen Adressen gefragt wird und welche davon zuerst kommen.</translation>
    </message>
    <message>
        <source>Only this target</source>
        <translation>Nur dieses Ziel</translation>
    </message>
    <message>
        <source>all that are found</source>
        <translation>alle gefundenen</translation>
    </message>
    <message>
        <source>Of all targets found, and of those a redirection finds, only this one is used.</source>
        <translation>Von allen gefundenen Zielen, auch denen einer Umleitung, wird nur dieses verwendet.</translation>
    </message>
    <message>
        <source>Pretend dead</source>
        <translation>Als ausgefallen annehmen</translation>
    </message>
    <message>
        <source>A drill: these targets, one in a line, count as dead. Nothing is sent to them, the wait is real.</source>
        <translation>Eine Ausfallprobe: Diese Ziele, je eine Zeile, gelten als ausgefallen. An sie wird nichts gesendet, die Wartezeit ist echt.</translation>
    </message>
    <message>
        <source>A drill: nothing is sent to them.</source>
        <translation>Eine Ausfallprobe: An sie wird nichts gesendet.</translation>
    </message>
    <message>
        <source>asks %1</source>
        <translation>fragt %1</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pretended dead</source>
        <translation>
            <numerusform>%n als ausgefallen angenommen</numerusform>
            <numerusform>%n als ausgefallen angenommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RoadTree</name>
    <message>
        <source>Use only this target</source>
        <translation>Nur dieses Ziel</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Ausfallprobe</translation>
    </message>
    <message>
        <source>How the server was found</source>
        <translation>Wie der Server gefunden wurde</translation>
    </message>
    <message>
        <source>Brings the request back into the composer with this target pinned</source>
        <translation>Holt die Anfrage zurück in den Anfrage-Editor und legt sie auf dieses Ziel fest</translation>
    </message>
    <message>
        <source>Brings the request back into the composer; the ticked targets are taken for dead when it is sent: nothing is sent to them, the wait is real</source>
        <translation>Holt die Anfrage zurück in den Anfrage-Editor; die angekreuzten Ziele gelten beim Senden als ausgefallen: An sie wird nichts gesendet, die Wartezeit ist echt</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Targets, best first</source>
        <translation>Ziele, das beste zuerst</translation>
    </message>
    <message>
        <source>the servers of this system</source>
        <translation>die Server dieses Systems</translation>
    </message>
    <message>
        <source>%1: no answer yet from %2</source>
        <translation>%1: noch keine Antwort von %2</translation>
    </message>
    <message>
        <source>CNAME %1, TTL %2 s</source>
        <translation>CNAME %1, TTL %2 s</translation>
    </message>
    <message>
        <source>%1, TTL %2 s</source>
        <translation>%1, TTL %2 s</translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation>%1. %2: %3</translation>
    </message>
    <message>
        <source>Tick it to take it for dead in a drill</source>
        <translation>Ankreuzen, um es in einer Ausfallprobe als ausgefallen anzunehmen</translation>
    </message>
    <message>
        <source>End the drill</source>
        <translation>Ausfallprobe beenden</translation>
    </message>
    <message>
        <source>Drill: take the ticked for dead</source>
        <translation>Ausfallprobe mit Angekreuzten</translation>
    </message>
</context>
<context>
    <name>ui::RowText</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Digest</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Local status</source>
        <translation>Lokaler Status</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>copy, absorbed</source>
        <translation>Kopie, verschluckt</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>belongs to nothing</source>
        <translation>gehört zu nichts</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>under 0.1 ms</source>
        <translation>unter 0,1 ms</translation>
    </message>
    <message>
        <source>, from %1 to %2</source>
        <translation>, von %1 an %2</translation>
    </message>
    <message>
        <source>, send %1 of at most %2</source>
        <translation>, Sendung %1 von höchstens %2</translation>
    </message>
    <message>
        <source>, made here, not received; cause %1</source>
        <translation>, hier erzeugt, nicht empfangen; Ursache %1</translation>
    </message>
</context>
<context>
    <name>ui::SessionBuilder</name>
    <message>
        <source>%1 (DTMF)</source>
        <translation>%1 (DTMF)</translation>
    </message>
    <message>
        <source>%1 (no a=rtpmap)</source>
        <translation>%1 (kein a=rtpmap)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Runter</translation>
    </message>
    <message>
        <source>Write into the body</source>
        <translation>In den Body schreiben</translation>
    </message>
    <message>
        <source>As it will be written</source>
        <translation>So wird sie geschrieben</translation>
    </message>
    <message>
        <source>Session description</source>
        <translation>Sitzungsbeschreibung</translation>
    </message>
    <message>
        <source>The body is no session description (it does not begin with v=): all of it will be replaced.</source>
        <translation>Der Body ist keine Sitzungsbeschreibung (er beginnt nicht mit v=): Er wird ganz ersetzt.</translation>
    </message>
    <message>
        <source>Line %1 of the body: %2. It stays as it is, unless it is set here.</source>
        <translation>Zeile %1 des Body: %2. Sie bleibt, wie sie ist, wenn sie hier nicht gesetzt wird.</translation>
    </message>
    <message>
        <source>Changes the description in the body; lines that are not set here stay as they are.</source>
        <translation>Ändert die Beschreibung im Body; Zeilen, die hier nicht gesetzt werden, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Makes a description; its text can be edited afterwards.</source>
        <translation>Erzeugt eine Beschreibung; ihr Text lässt sich danach bearbeiten.</translation>
    </message>
    <message>
        <source>Starts from the description that would be sent without a body.</source>
        <translation>Geht von der Beschreibung aus, die ohne Body gesendet würde.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Media line</source>
        <translation>Medienzeile</translation>
    </message>
    <message>
        <source>Codecs</source>
        <translation>Codecs</translation>
    </message>
    <message>
        <source>Ticked codecs are offered, best first. Space ticks, Alt+Up and Alt+Down move.</source>
        <translation>Angekreuzte Codecs werden angeboten, der beste zuerst. Leertaste kreuzt an, Alt+Hoch und Alt+Runter verschieben.</translation>
    </message>
    <message>
        <source>Prefer this codec to the one above (Alt+Up)</source>
        <translation>Diesen Codec dem darüber vorziehen (Alt+Hoch)</translation>
    </message>
    <message>
        <source>Prefer the one below to this codec (Alt+Down)</source>
        <translation>Den Codec darunter diesem vorziehen (Alt+Runter)</translation>
    </message>
    <message>
        <source>Another codec</source>
        <translation>Weiterer Codec</translation>
    </message>
    <message>
        <source>another, e.g. AMR-WB/16000 octet-align=1</source>
        <translation>weiterer, z. B. AMR-WB/16000 octet-align=1</translation>
    </message>
    <message>
        <source>Name, clock rate and channels as in a=rtpmap; after a space the parameters of a=fmtp</source>
        <translation>Name, Taktrate und Kanäle wie in a=rtpmap; nach einem Leerzeichen die Parameter von a=fmtp</translation>
    </message>
    <message>
        <source>Adds what is typed to the list (Enter)</source>
        <translation>Fügt das Eingegebene der Liste hinzu (Enter)</translation>
    </message>
    <message>
        <source>Packet time</source>
        <translation>Paketdauer</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>a=ptime: milliseconds of media in one packet</source>
        <translation>a=ptime: Millisekunden Medien in einem Paket</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>sendrecv: both ways. sendonly: the other side is on hold. inactive: neither.</source>
        <translation>sendrecv: beide Richtungen. sendonly: Die Gegenstelle wird gehalten. inactive: keine.</translation>
    </message>
    <message>
        <source>Media address</source>
        <translation>Medienadresse</translation>
    </message>
    <message>
        <source>Address or name in the c= line, where media is to be sent</source>
        <translation>Adresse oder Name in der c=-Zeile, wohin Medien zu senden sind</translation>
    </message>
    <message>
        <source>Media port</source>
        <translation>Medienport</translation>
    </message>
    <message>
        <source>Port in the m= line. 9 takes no media; 0 refuses this stream.</source>
        <translation>Port in der m=-Zeile. 9 nimmt keine Medien an; 0 lehnt diesen Strom ab.</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Replaces the text of the body by what is shown here; Undo in the body brings the old text back</source>
        <translation>Ersetzt den Text des Body durch das hier Gezeigte; „Rückgängig“ im Body bringt den alten Text zurück</translation>
    </message>
    <message>
        <source>Tick at least one codec: an m= line has to name one.</source>
        <translation>Mindestens einen Codec ankreuzen: Eine m=-Zeile muss einen nennen.</translation>
    </message>
    <message>
        <source>These are more codecs than there are payload types (96 to 127).</source>
        <translation>Das sind mehr Codecs, als es Payload-Typen gibt (96 bis 127).</translation>
    </message>
    <message>
        <source>An address is missing: an IPv4 or IPv6 address, or a name.</source>
        <translation>Es fehlt eine Adresse: eine IPv4- oder IPv6-Adresse oder ein Name.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address: write e.g. 192.0.2.1, 2001:db8::1 or a name.</source>
        <translation>„%1“ ist keine Adresse: zum Beispiel 192.0.2.1, 2001:db8::1 oder ein Name.</translation>
    </message>
    <message>
        <source>A port is a number from 0 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 0 bis 65535.</translation>
    </message>
    <message>
        <source>Enter or Add puts it into the list.</source>
        <translation>Enter oder „Hinzufügen“ setzt ihn in die Liste.</translation>
    </message>
    <message>
        <source>DTMF or comfort noise alone is no conversation: most peers refuse it.</source>
        <translation>DTMF oder Comfort Noise allein ist kein Gespräch: Die meisten Gegenstellen lehnen das ab.</translation>
    </message>
</context>
<context>
    <name>ui::SessionButton</name>
    <message>
        <source>Session description...</source>
        <translation>Sitzungsbeschreibung...</translation>
    </message>
    <message>
        <source>Choose codecs, direction, address and port; the text it makes can be edited afterwards</source>
        <translation>Codecs, Richtung, Adresse und Port wählen; der Text, der entsteht, lässt sich danach bearbeiten</translation>
    </message>
</context>
<context>
    <name>ui::SettingFields</name>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
</context>
<context>
    <name>ui::SizeMeter</name>
    <message>
        <source>%1 octets</source>
        <translation>%1 Oktette</translation>
    </message>
    <message>
        <source>%1 of %2 octets</source>
        <translation>%1 / %2 Oktette</translation>
    </message>
    <message>
        <source>%1 octets: over %2, stays on UDP</source>
        <translation>%1 Oktette: über %2, bleibt bei UDP</translation>
    </message>
    <message>
        <source>%1 octets: over %2, goes by TCP</source>
        <translation>%1 Oktette: über %2, geht über TCP</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>Größe: %1</translation>
    </message>
    <message>
        <source>Over 1300 octets a request leaves UDP for TCP (RFC 3261 18.1.1), unless the target names UDP or Options says to stay on it; larger datagrams are cut into fragments on the way, and some are lost.</source>
        <translation>Über 1300 Oktetten wechselt eine Anfrage von UDP zu TCP (RFC 3261 18.1.1), außer das Ziel nennt UDP oder die Optionen sagen, dabei zu bleiben; größere Datagramme werden unterwegs in Fragmente zerlegt, und manche gehen verloren.</translation>
    </message>
    <message>
        <source>The exact size as it will be sent, rows that are filled in included.</source>
        <translation>Die genaue Größe beim Senden, einschließlich der Zeilen, die ausgefüllt werden.</translation>
    </message>
</context>
<context>
    <name>ui::SizeScale</name>
    <message>
        <source>MTU %1</source>
        <translation>MTU %1</translation>
    </message>
</context>
<context>
    <name>ui::StatusBadge</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation>Keine Antwort nötig</translation>
    </message>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
</context>
<context>
    <name>ui::SweepChart</name>
    <message>
        <source>Chart of sizes and round trips</source>
        <translation>Diagramm der Größen und Umlaufzeiten</translation>
    </message>
    <message>
        <source>The same numbers are in the table.</source>
        <translation>Dieselben Zahlen stehen in der Tabelle.</translation>
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
        <source>%1: answered</source>
        <translation>%1: beantwortet</translation>
    </message>
    <message>
        <source>%1: lost or refused</source>
        <translation>%1: verloren oder abgelehnt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 passes</source>
        <translation>%1 kommt durch</translation>
    </message>
    <message>
        <source>Start draws every size here.
What is lost becomes a cross.</source>
        <translation>„Start“ zeichnet hier jede Größe.
Was verloren geht, wird ein Kreuz.</translation>
    </message>
</context>
<context>
    <name>ui::SweepWindow</name>
    <message>
        <source>MTU sweep</source>
        <translation>Größentest (MTU)</translation>
    </message>
    <message>
        <source>Halve down to the octet</source>
        <translation>Halbieren bis aufs Oktett</translation>
    </message>
    <message>
        <source>Over</source>
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
        <source>Particulars</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Smallest size</source>
        <translation>Kleinste Größe</translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation>Größte Größe</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Requests of each size</source>
        <translation>Anfragen je Größe</translation>
    </message>
    <message>
        <source>Between the last size that passed and the first that did not.</source>
        <translation>Zwischen der letzten Größe, die durchkam, und der ersten, die es nicht tat.</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>Rows X-Padding</source>
        <translation>Zeilen X-Padding</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>For the request in the composer:</source>
        <translation>Für die Anfrage im Anfrage-Editor:</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>octets</source>
        <translation>Oktette</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>Each size</source>
        <translation>Je Größe</translation>
    </message>
    <message>
        <source>Sizes tried</source>
        <translation>Versuchte Größen</translation>
    </message>
    <message numerus="yes">
        <source>%n requests sent</source>
        <translation>
            <numerusform>%n Anfrage gesendet</numerusform>
            <numerusform>%n Anfragen gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be swept: %1.</source>
        <translation>Damit ist kein Größentest möglich: %1.</translation>
    </message>
    <message>
        <source>Web page (*.html);;Markdown (*.md);;JSON (*.json)</source>
        <translation>Webseite (*.html);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>ui::TemplateMenu</name>
    <message>
        <source>%1. The practice behaviour &quot;%2&quot; fits.</source>
        <translation>%1. Dazu passt das Übungsverhalten „%2“.</translation>
    </message>
</context>
<context>
    <name>ui::TimelineData</name>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Timer %1</source>
        <translation>Timer %1</translation>
    </message>
    <message>
        <source>State #%1</source>
        <translation>Zustand #%1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>ui::TimelinePlot</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Timeline picture</source>
        <translation>Bild der Zeitachse</translation>
    </message>
    <message>
        <source>The same numbers are in the table.</source>
        <translation>Dieselben Zahlen stehen in der Tabelle.</translation>
    </message>
    <message>
        <source>seconds since the first row</source>
        <translation>Sekunden seit der ersten Zeile</translation>
    </message>
    <message>
        <source>Timeline table</source>
        <translation>Tabelle der Zeitachse</translation>
    </message>
    <message>
        <source>▲ sent   ○ received   □ local   ◆ timer fired   ━ timer armed</source>
        <translation>▲ gesendet   ○ empfangen   □ lokal   ◆ abgelaufen   ━ Timer läuft</translation>
    </message>
    <message>
        <source>Whole time</source>
        <translation>Ganze Zeit</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>ui::TimelineTableModel</name>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>ui::TlsSection</name>
    <message>
        <source>there is no file %1</source>
        <translation>es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation>%1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Trusted CAs</source>
        <translation>Vertrauenswürdige CAs</translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation>die des Systems</translation>
    </message>
    <message>
        <source>Files of CAs that are trusted instead of those of the system (PEM), one in a line.</source>
        <translation>Dateien der CAs, denen statt denen des Systems vertraut wird (PEM), je eine Zeile.</translation>
    </message>
    <message>
        <source>Our certificate</source>
        <translation>Unser Zertifikat</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Shown when the server asks who we are, and to who calls us over TLS (PEM, with its chain).</source>
        <translation>Wird gezeigt, wenn der Server fragt, wer wir sind, und wer uns über TLS anruft (PEM, mit Kette).</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Schlüssel dazu</translation>
    </message>
    <message>
        <source>in the same file</source>
        <translation>in derselben Datei</translation>
    </message>
    <message>
        <source>The private key of our certificate (PEM).</source>
        <translation>Der private Schlüssel unseres Zertifikats (PEM).</translation>
    </message>
    <message>
        <source>Key password</source>
        <translation>Schlüsselpasswort</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Of the private key. Never written into a file.</source>
        <translation>Des privaten Schlüssels. Wird nie in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Server name</source>
        <translation>Servername</translation>
    </message>
    <message>
        <source>the host of the URI</source>
        <translation>der Host der URI</translation>
    </message>
    <message>
        <source>Sent as SNI and looked for in the certificate, instead of the host of the URI.</source>
        <translation>Wird als SNI gesendet und im Zertifikat gesucht, statt des Hosts der URI.</translation>
    </message>
    <message>
        <source>Oldest version</source>
        <translation>Älteste Version</translation>
    </message>
    <message>
        <source>The oldest version that is offered.</source>
        <translation>Die älteste Version, die angeboten wird.</translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation>Neueste Version</translation>
    </message>
    <message>
        <source>The newest version that is offered.</source>
        <translation>Die neueste Version, die angeboten wird.</translation>
    </message>
    <message>
        <source>ALPN</source>
        <translation>ALPN</translation>
    </message>
    <message>
        <source>none, or e.g. sip/2</source>
        <translation>keines, oder z. B. sip/2</translation>
    </message>
    <message>
        <source>Protocols to offer, first choice first.</source>
        <translation>Angebotene Protokolle, das liebste zuerst.</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>SHA-256 of a certificate</source>
        <translation>SHA-256 eines Zertifikats</translation>
    </message>
    <message>
        <source>Certificates that are trusted whoever signed them, by SHA-256, one in a line. The sheet of a certificate on the page Path has a button for it.</source>
        <translation>Zertifikate, denen vertraut wird, wer sie auch signiert hat, als SHA-256, je eine Zeile. Das Blatt eines Zertifikats auf der Seite „Weg“ hat einen Knopf dafür.</translation>
    </message>
    <message>
        <source>Send despite a failed check</source>
        <translation>Trotz Prüffehlern senden</translation>
    </message>
    <message>
        <source>Otherwise nothing is sent when the certificate is not good.</source>
        <translation>Sonst wird nichts gesendet, wenn das Zertifikat nicht gut ist.</translation>
    </message>
    <message>
        <source>Key log</source>
        <translation>Schlüsselprotokoll</translation>
    </message>
    <message>
        <source>The keys of the connections are appended to this file, for Wireshark.</source>
        <translation>Die Schlüssel der Verbindungen werden an diese Datei angehängt, für Wireshark.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a key goes with a certificate of ours</source>
        <translation>zu einem Schlüssel gehört ein eigenes Zertifikat</translation>
    </message>
    <message>
        <source>older than the oldest that is offered: no version is left</source>
        <translation>älter als die älteste angebotene: Es bleibt keine Version</translation>
    </message>
    <message>
        <source>TLS 1.0 and 1.1 are broken (RFC 8996): for diagnosis only</source>
        <translation>TLS 1.0 und 1.1 sind gebrochen (RFC 8996): nur zur Diagnose</translation>
    </message>
    <message>
        <source>a name has at most 255 octets (RFC 7301 3.1)</source>
        <translation>ein Name hat höchstens 255 Oktette (RFC 7301 3.1)</translation>
    </message>
    <message>
        <source>Warning: the request, with its credentials, also goes to who is not the server.</source>
        <translation>Warnung: Die Anfrage geht mit ihren Zugangsdaten auch an jemanden, der nicht der Server ist.</translation>
    </message>
    <message>
        <source>Warning: who has this file can read what was sent.</source>
        <translation>Warnung: Wer diese Datei hat, kann das Gesendete lesen.</translation>
    </message>
    <message>
        <source>sends despite a failed check</source>
        <translation>sendet trotz nicht bestandener Prüfung</translation>
    </message>
    <message>
        <source>logs keys</source>
        <translation>schreibt Schlüssel mit</translation>
    </message>
    <message>
        <source>own CAs</source>
        <translation>eigene CAs</translation>
    </message>
    <message>
        <source>our certificate</source>
        <translation>unser Zertifikat</translation>
    </message>
    <message>
        <source>versions %1 to %2</source>
        <translation>Versionen %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned</source>
        <translation>
            <numerusform>%n angeheftet</numerusform>
            <numerusform>%n angeheftet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransactionInspector</name>
    <message>
        <source>No timer is running.</source>
        <translation>Kein Timer läuft.</translation>
    </message>
    <message>
        <source>Timers running</source>
        <translation>Laufende Timer</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Fires in</source>
        <translation>Läuft ab in</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State table</source>
        <translation>Zustandstabelle</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Erfolgt</translation>
    </message>
    <message>
        <source>In state</source>
        <translation>Im Zustand</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht nach</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Tut</translation>
    </message>
    <message>
        <source>State table (✓ taken, … possible from here)</source>
        <translation>Zustandstabelle (✓ erfolgt, … möglich)</translation>
    </message>
    <message>
        <source>“%1” belongs to no transaction.</source>
        <translation>„%1“ gehört zu keiner Transaktion.</translation>
    </message>
    <message>
        <source>Select a row of a request or its answer to see its state machine and timers.</source>
        <translation>Die Zeile einer Anfrage oder ihrer Antwort auswählen, um Zustandsautomat und Timer zu sehen.</translation>
    </message>
    <message>
        <source>The trace holds no state changes of this transaction.</source>
        <translation>Der Trace enthält keine Zustandswechsel dieser Transaktion.</translation>
    </message>
    <message>
        <source>%1 transaction %2</source>
        <translation>Transaktion %2: %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
    <message>
        <source>Timer %1, %2 long</source>
        <translation>Timer %1, %2 lang</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>end not seen</source>
        <translation>Ende nicht gesehen</translation>
    </message>
    <message>
        <source>possible now</source>
        <translation>jetzt möglich</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>nicht erfolgt</translation>
    </message>
    <message>
        <source>, possible now</source>
        <translation>, jetzt möglich</translation>
    </message>
    <message numerus="yes">
        <source>taken %n times</source>
        <translation>
            <numerusform>%n Mal erfolgt</numerusform>
            <numerusform>%n Mal erfolgt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransactionStory</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 begins</source>
        <translation>%1 beginnt</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 empfangen</translation>
    </message>
    <message>
        <source>%1 sent (copy %2)</source>
        <translation>%1 gesendet (Kopie %2)</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 gesendet</translation>
    </message>
    <message>
        <source>hand to the user agent</source>
        <translation>an den User Agent geben</translation>
    </message>
    <message>
        <source>send ACK</source>
        <translation>ACK senden</translation>
    </message>
    <message>
        <source>send again</source>
        <translation>erneut senden</translation>
    </message>
    <message>
        <source>send the answer</source>
        <translation>Antwort senden</translation>
    </message>
    <message>
        <source>answer again</source>
        <translation>erneut antworten</translation>
    </message>
    <message>
        <source>report the timeout</source>
        <translation>Zeitüberschreitung melden</translation>
    </message>
    <message>
        <source>report the error</source>
        <translation>Fehler melden</translation>
    </message>
</context>
<context>
    <name>ui::TypedParts</name>
    <message>
        <source>(no value)</source>
        <translation>(kein Wert)</translation>
    </message>
    <message>
        <source>scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>display name</source>
        <translation>Anzeigename</translation>
    </message>
    <message>
        <source>for people; no device acts on it</source>
        <translation>für Menschen; kein Gerät richtet sich danach</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>names one half of the dialog</source>
        <translation>benennt die eine Hälfte des Dialogs</translation>
    </message>
    <message>
        <source>names the transaction; an answer carries it back</source>
        <translation>benennt die Transaktion; eine Antwort trägt es zurück</translation>
    </message>
    <message>
        <source>the address the request really came from, written by the receiver</source>
        <translation>die Adresse, von der die Anfrage wirklich kam, vom Empfänger eingetragen</translation>
    </message>
    <message>
        <source>asks for, or gives, the port the request really came from (RFC 3581)</source>
        <translation>verlangt oder nennt den Port, von dem die Anfrage wirklich kam (RFC 3581)</translation>
    </message>
    <message>
        <source>another address the request or its answer should go to</source>
        <translation>eine andere Adresse, an die die Anfrage oder ihre Antwort gehen soll</translation>
    </message>
    <message>
        <source>how far a multicast request travels</source>
        <translation>wie weit eine Multicast-Anfrage reist</translation>
    </message>
    <message>
        <source>this proxy understands loose routing (RFC 3261 16.12)</source>
        <translation>dieser Proxy versteht Loose Routing (RFC 3261 16.12)</translation>
    </message>
    <message>
        <source>the transport to use for this address</source>
        <translation>der Transport für diese Adresse</translation>
    </message>
    <message>
        <source>for how many seconds this address counts</source>
        <translation>wie viele Sekunden diese Adresse gilt</translation>
    </message>
    <message>
        <source>preference among several addresses, 0 to 1</source>
        <translation>Vorrang unter mehreren Adressen, 0 bis 1</translation>
    </message>
    <message>
        <source>names the device, whatever address it has (RFC 5626)</source>
        <translation>benennt das Gerät, welche Adresse es auch hat (RFC 5626)</translation>
    </message>
    <message>
        <source>which of the device&apos;s connections this is (RFC 5626)</source>
        <translation>welche der Verbindungen des Geräts dies ist (RFC 5626)</translation>
    </message>
    <message>
        <source>keep using this connection (RFC 5626)</source>
        <translation>diese Verbindung weiterverwenden (RFC 5626)</translation>
    </message>
    <message>
        <source>names the password to use</source>
        <translation>benennt das zu verwendende Passwort</translation>
    </message>
    <message>
        <source>the server&apos;s challenge; goes into the hash</source>
        <translation>die Challenge des Servers; geht in den Hash ein</translation>
    </message>
    <message>
        <source>to be returned unchanged</source>
        <translation>unverändert zurückzugeben</translation>
    </message>
    <message>
        <source>the hash function; MD5 when absent</source>
        <translation>die Hash-Funktion; MD5, wenn sie fehlt</translation>
    </message>
    <message>
        <source>auth protects method and URI, auth-int the body too</source>
        <translation>auth schützt Methode und URI, auth-int auch den Body</translation>
    </message>
    <message>
        <source>true: only the nonce is too old, the password was right</source>
        <translation>true: Nur die Nonce ist zu alt, das Passwort war richtig</translation>
    </message>
    <message>
        <source>who answers</source>
        <translation>wer antwortet</translation>
    </message>
    <message>
        <source>the Request-URI that went into the hash</source>
        <translation>die Request-URI, die in den Hash einging</translation>
    </message>
    <message>
        <source>the result of the hash: proof that the password is known</source>
        <translation>das Ergebnis des Hash: Beweis, dass das Passwort bekannt ist</translation>
    </message>
    <message>
        <source>our own random part of the hash</source>
        <translation>unser eigener Zufallsanteil am Hash</translation>
    </message>
    <message>
        <source>how many requests used this nonce, in hexadecimal</source>
        <translation>wie viele Anfragen diese Nonce verwendet haben, hexadezimal</translation>
    </message>
    <message>
        <source>where else the same password counts</source>
        <translation>wo dasselbe Passwort noch gilt</translation>
    </message>
    <message>
        <source>the nonce to use for the next request</source>
        <translation>die Nonce für die nächste Anfrage</translation>
    </message>
    <message>
        <source>the server&apos;s proof that it knows the password too</source>
        <translation>der Beweis des Servers, dass auch er das Passwort kennt</translation>
    </message>
    <message>
        <source>true: the user name is sent as a hash</source>
        <translation>true: Der Benutzername wird als Hash gesendet</translation>
    </message>
    <message>
        <source>how names and passwords are coded before hashing</source>
        <translation>wie Namen und Passwörter vor dem Hash kodiert sind</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>hop</source>
        <translation>Hop</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>goes up by one with every new request of the call</source>
        <translation>steigt mit jeder neuen Anfrage des Anrufs um eins</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Eintrag</translation>
    </message>
</context>
<context>
    <name>ui::VerdictCard</name>
    <message>
        <source>Show why</source>
        <translation>Warum zeigen</translation>
    </message>
    <message>
        <source>What changed between attempts</source>
        <translation>Versuche vergleichen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Select the row of the ladder that shows it</source>
        <translation>Die Zeile des Ablaufs auswählen, die es zeigt</translation>
    </message>
    <message>
        <source>Put the first and the last request side by side</source>
        <translation>Erste und letzte Anfrage nebeneinanderstellen</translation>
    </message>
    <message>
        <source>%1 of the peer waits for your answer: it is given on the page Dialog.</source>
        <translation>%1 der Gegenstelle wartet auf eine Antwort: zu geben auf der Seite „Dialog“.</translation>
    </message>
    <message>
        <source>The call is up. Send what is next in its dialog (Ctrl+D), or hang up (Esc).</source>
        <translation>Das Gespräch steht. Das Nächste im Dialog senden (Strg+D) oder auflegen (Esc).</translation>
    </message>
    <message>
        <source>The dialog of this %1 lasts. Send what is next in it (Ctrl+D), or end it (Esc).</source>
        <translation>Der Dialog dieses %1 besteht. Das Nächste darin senden (Strg+D) oder ihn beenden (Esc).</translation>
    </message>
    <message>
        <source>%1 was accepted, and is refreshed in time until you end it (Esc).</source>
        <translation>%1 wurde angenommen und wird rechtzeitig aufgefrischt, bis zum Beenden (Esc).</translation>
    </message>
    <message>
        <source>%1 is on its way, attempt %2.</source>
        <translation>%1 ist unterwegs, Versuch %2.</translation>
    </message>
    <message>
        <source>%1 is on its way.</source>
        <translation>%1 ist unterwegs.</translation>
    </message>
    <message numerus="yes">
        <source>%1 was accepted after %n requests.</source>
        <translation>
            <numerusform>%1 wurde nach %n Anfrage angenommen.</numerusform>
            <numerusform>%1 wurde nach %n Anfragen angenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was accepted at the first request.</source>
        <translation>%1 wurde bei der ersten Anfrage angenommen.</translation>
    </message>
    <message>
        <source>%1 is over without a final status.</source>
        <translation>%1 ist ohne endgültigen Status vorbei.</translation>
    </message>
    <message>
        <source>%1 got no usable answer; this status was made here.</source>
        <translation>%1 bekam keine brauchbare Antwort; dieser Status wurde hier erzeugt.</translation>
    </message>
    <message>
        <source>%1 was answered with %2.</source>
        <translation>%1 wurde mit %2 beantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more findings</source>
        <translation>
            <numerusform>und %n weiterer Befund</numerusform>
            <numerusform>und %n weitere Befunde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>See what SIP really does</source>
        <translation>Sehen, was SIP wirklich tut</translation>
    </message>
    <message>
        <source>Send a request and follow every message, resend, timer and digest on one ladder. When it fails, the reason stands on top, with the line to change.</source>
        <translation>Anfrage senden und jede Nachricht, jeden Timer und jeden Digest in einem Ablauf verfolgen. Geht etwas schief, steht oben der Grund, mit der Zeile, die zu ändern ist.</translation>
    </message>
    <message>
        <source>Try it on the practice server</source>
        <translation>Am Übungsserver ausprobieren</translation>
    </message>
    <message>
        <source>Registers user 1001 at a small server inside this program, which asks for a password. Nothing leaves this computer.</source>
        <translation>Registriert Benutzer 1001 an einem kleinen Server in diesem Programm, der ein Passwort verlangt. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Watch a timeout</source>
        <translation>Eine Zeitüberschreitung ansehen</translation>
    </message>
    <message>
        <source>Asks a server that never answers: see the resends, the timers, and how the request is given up after 3.2 seconds.</source>
        <translation>Fragt einen Server, der nie antwortet: Zu sehen sind die Wiederholungen, die Timer und wie die Anfrage nach 3,2 Sekunden aufgegeben wird.</translation>
    </message>
    <message>
        <source>Send to my server</source>
        <translation>An den eigenen Server senden</translation>
    </message>
    <message>
        <source>Type its address on the left, choose a method, press Send.</source>
        <translation>Links seine Adresse eingeben, eine Methode wählen, „Senden“ drücken.</translation>
    </message>
    <message>
        <source>Read the manual (F1)</source>
        <translation>Handbuch lesen (F1)</translation>
    </message>
</context>
<context>
    <name>ui::WsSection</name>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>What the handshake asks for, with its query.</source>
        <translation>Wonach der Handshake fragt, mit Query.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>the host of the URI</source>
        <translation>der Host der URI</translation>
    </message>
    <message>
        <source>What the row Host of the handshake says.</source>
        <translation>Was die Zeile Host des Handshakes sagt.</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>The page a browser would come from, e.g. https://example.com.</source>
        <translation>Die Seite, von der ein Browser käme, z. B. https://example.com.</translation>
    </message>
    <message>
        <source>Subprotocols</source>
        <translation>Subprotokolle</translation>
    </message>
    <message>
        <source>Offered in this order, separated by commas; sip is RFC 7118.</source>
        <translation>Angeboten in dieser Reihenfolge, durch Kommas getrennt; sip ist RFC 7118.</translation>
    </message>
    <message>
        <source>More rows</source>
        <translation>Weitere Zeilen</translation>
    </message>
    <message>
        <source>Further rows of the handshake, one in a line.</source>
        <translation>Weitere Zeilen des Handshakes, je eine Zeile.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>An HTTP proxy the connection goes through by CONNECT, e.g. 192.0.2.1:3128.</source>
        <translation>Ein HTTP-Proxy, durch den die Verbindung mit CONNECT geht, z. B. 192.0.2.1:3128.</translation>
    </message>
    <message>
        <source>Ping every</source>
        <translation>Ping alle</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>A Ping after so long without anything, e.g. 30s.</source>
        <translation>Ein Ping, wenn so lange nichts kam, z. B. 30s.</translation>
    </message>
    <message>
        <source>Via and Contact name our address</source>
        <translation>Unsere Adresse in Via und Contact</translation>
    </message>
    <message>
        <source>Otherwise a host below &quot;invalid&quot;, as browsers do (RFC 7118 5).</source>
        <translation>Sonst einen Host unter „invalid“, wie es Browser tun (RFC 7118 5).</translation>
    </message>
    <message>
        <source>a time is written as 30s or 500ms</source>
        <translation>eine Zeit wird als 30s oder 500ms geschrieben</translation>
    </message>
    <message>
        <source>a proxy is an address with its port</source>
        <translation>ein Proxy ist eine Adresse mit Port</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>no subprotocol</source>
        <translation>kein Subprotokoll</translation>
    </message>
    <message>
        <source>by a proxy</source>
        <translation>über einen Proxy</translation>
    </message>
    <message>
        <source>pings</source>
        <translation>Pings</translation>
    </message>
    <message>
        <source>our address</source>
        <translation>unsere Adresse</translation>
    </message>
    <message numerus="yes">
        <source>%n more rows</source>
        <translation>
            <numerusform>%n weitere Zeile</numerusform>
            <numerusform>%n weitere Zeilen</numerusform>
        </translation>
    </message>
</context>
</TS>
