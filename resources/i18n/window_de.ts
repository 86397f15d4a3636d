<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CredentialDraft</name>
    <message>
        <source>HA1 is missing: the hash of user name, realm and password, in hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HA1 is written in hex digits (0-9, a-f); character %1 is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HA1 has %1 hex digits for %2; %3 are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Realm is missing: an HA1 is made for one realm and of no use without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing typed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for any realm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings file %1 cannot be read (%2); the window starts with its defaults and leaves the file as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no settings file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AnswerComposer</name>
    <message>
        <source>Reliable: again until its PRACK (RFC 3262)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status and reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One line for Answers in the options, --answer and request files: such a request is then answered so by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 is no header row: &quot;Name: value&quot; is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A status from 100 to 699 is expected, with a reason after it if you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It no longer waits: it was answered, or cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a body of yours the usual description is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RSeq is drawn when it is sent; the final answer waits for the PRACK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on waiting for its final answer after this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: a rule has no place for reason, rows and body</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AttemptDiff</name>
    <message>
        <source>same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show rows that stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request was sent in one attempt only. When a challenge or a redirect makes a second one, what changed between them stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a request: when it takes several attempts, what changed between them stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two attempts put nothing on the wire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added, %2 removed, %3 changed, %4 the same</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::BindingsInspector</name>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this binding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reg-id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public GRUU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temporary GRUU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks the registrar for all bindings: a REGISTER without Contact changes none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A REGISTER with Contact: * and Expires: 0 removes every binding, whoever made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The registrar has not accepted this REGISTER, so that it has said nothing about bindings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a REGISTER to see the bindings its registrar keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service-Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P-Associated-URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outbound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the registrar keeps flows (RFC 5626)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of ours is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none by itself: &quot;Keep for&quot; in the options would refresh it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un-register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends this registration: it is no longer refreshed, and removed now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A REGISTER with this Contact and Expires: 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send asks the registrar for all bindings and changes none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send removes the binding %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours is still kept and comes back with its next refresh: un-register it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send removes every binding of %1, whoever made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n bindings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CapabilitiesInspector</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer here says what the other side can do. OPTIONS asks for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an OPTIONS to see what the other side can do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ named by Allow, ✗ not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow is not stated: nothing is known about methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, though it should be (RFC 3261 11.2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none in the body</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CertificateChain</name>
    <message>
        <source>signed by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no CA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (chosen)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, signed by </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain as the peer sent it; choose one with a click or the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither sent nor trusted here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CertificateSheet</name>
    <message>
        <source>, opened by the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the request back into the composer with this certificate trusted, whoever signed it; a warning comes when the peer shows another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has to be for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OCSP staple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for and shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for, there is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIP names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNS names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no alternative names: the common name counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ComposerPanel</name>
    <message>
        <source>Composer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any method; the list holds those that are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto: as the target says, else UDP, and TCP for large requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sip:bob@192.0.2.1 or udp:192.0.2.1:5060</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a complete example of a method or a flow; target, names and credentials stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks on the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends what is under way: CANCEL for a call, no more resends for the rest (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send this request (Ctrl+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing odd in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the dialog: BYE for a call, the last SUBSCRIBE for what is watched (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warnings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ComposerState</name>
    <message>
        <source>Goes to %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where to send: a SIP URI, or a next hop such as udp:192.0.2.1:5060</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line has no header name and colon: it is left out unless the message is sent exactly as typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version is written as SIP/2.0 unless the message is sent exactly as typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CredentialEditor</name>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more credential, for another realm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not complete)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CredentialFields</name>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password hash (HA1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AKA keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers a challenge: a password, or something else the server knows us by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HA1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algorithm of the HA1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>32 hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPc or OP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPc as the card stores it, or OP of the operator, of which OPc is made with K (3GPP TS 35.206).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AMF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any; or 4 hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AMF the network should use; empty: any is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any; or 12 hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest sequence number used so far; empty: the network&apos;s is taken, whatever it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access token; over TLS and WSS only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any; or the URL of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The authorization server the token is of: a challenge that names another one does not get it (RFC 8898 2.1.1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Realm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one realm this credential is for; empty: any realm that asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in memory only: never written to a file, a trace or an export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the private identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a challenge; may stay empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the one it was made for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CredentialPrompt</name>
    <message>
        <source>Proxy realm &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Realm &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a credential (%2 offered)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a user name and password (%2 offered)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for the keys of a subscriber (%2 offered)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for an access token (%2 offered)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this in the composer and send the same request again (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this bar (Esc); credentials can be given in the composer too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token is missing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DialogInspector</name>
    <message>
        <source>no tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terminated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codecs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ptime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(strict router: no lr)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next in dialog...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose the next request in this dialog: tags, Route and CSeq are filled in (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request of the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer with a reason phrase, header rows and a body of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request has made no dialog. An INVITE makes one with every answer that has a tag of its own, SUBSCRIBE and REFER with the first NOTIFY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a request to see its dialogs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, tag %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the next request goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: straight to the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the peer has not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call-ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our CSeq</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer&apos;s CSeq</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the peer to our offer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of ours to the peer&apos;s offer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the peer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DigestCheck</name>
    <message>
        <source>It was computed over the Request-URI %1, while the header names another uri.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was computed over an empty body, while the message has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backslashes of the quoted names were left in; most servers hash the names without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spaces around the password were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A space or line end was left at the end of the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was made for the method %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is SHA-512 cut to half its length, not SHA-512/256, which starts from other values (FIPS 180-4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user name : realm : password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored with the credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A1 of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HA1 : nonce : cnonce of the first answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HA1 of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1(A1 of the session)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1(the %L2 octets of the body)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 like response, with nothing for the method and over the body of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 like response, with nothing for the method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rspauth to expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rspauth as received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from Authentication-Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server proved that it knows the password too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proof of the server (rspauth) is wrong: somebody else may have answered, or the message was changed on its way (RFC 2617 3.2.3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The algorithm %1 is not known, so the answer cannot be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>response as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password for realm &quot;%1&quot; is not known here, so the answer cannot be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is right for this password: what was sent is what comes out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not what this password gives.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DigestInspector</name>
    <message>
        <source>Digest, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show password and HA1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A1 holds the password, HA1 is as good as the password for this realm. They are shown until another row is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing about passwords in this row. Select a 401 or 407, the authentication row after it, or a request with credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a 401 or 407, the authentication row after it, or a request with credentials to see how the answer is worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mismatch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is hidden</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::DigestQuestions</name>
    <message>
        <source>%1 for realm &quot;%2&quot;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::EmptyLadder</name>
    <message>
        <source>No row to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows will appear as things happen. Kinds that are switched off are under Show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compose a request on the left and press Send (Ctrl+Enter).
Every message, timer, digest and local decision appears here, one row each.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FindingsList</name>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a request: what can be said about its answer stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing conspicuous: the request went the way the standards describe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing conspicuous so far. The request is still under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen in: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FormPage</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;sip:alice@example.com&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled in from the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled in where needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no body</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HeaderHelp</name>
    <message>
        <source>Which body types the sender understands in the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of device the caller would like to reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which codings of a body, such as gzip, the sender can undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In which human languages reason phrases and texts are welcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which ring tone to play instead of the usual one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which methods the sender is willing to receive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which event packages can be subscribed to here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s own proof that it knows the password, and the nonce to use next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to a challenge of the called server: proof that we know the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names one call or one registration; all messages of it carry the same value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where more about the caller or the callee can be found, such as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address at which the sender itself can be reached directly from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the receiver should do with the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the body was coded on top of its type, for instance gzip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The human language of the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of the body in octets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What kind of data the body is, for instance application/sdp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers the requests of one call in order; an answer repeats it to say what it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the message was first sent, in GMT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where more about this error can be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which event package a subscription or publication is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how many seconds the registration, subscription or invitation counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the registrar expects a keep-alive on this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who the request claims to come from; its tag names our half of the dialog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which addresses the request was meant for before it was redirected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signature of the caller&apos;s provider over who is calling whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the certificate for the Identity signature was found (obsolete).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of information this INFO request carries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which earlier calls this call returns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which existing call the new one wants to be mixed into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many more proxies may pass the request on; every one takes one off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version of MIME the body follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shortest lifetime the registrar accepts; it comes with a 423.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shortest session refresh interval that is acceptable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation the sender belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who the caller is, as vouched for by a trusted network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the caller&apos;s identities the network should vouch for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxies through which requests to this registration have to travel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How urgent the request is to the one who receives it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which parts of the caller&apos;s identity the network must hide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The challenge of a proxy: prove that you know the password for this realm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy&apos;s own proof that it knows the password, and the nonce to use next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to the challenge of a proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which extensions every proxy on the way has to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which reliable provisional answer a PRACK confirms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this request was sent, for instance why a call ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy that wants to stay on the path of all later requests of the dialog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which INFO packages the sender is willing to receive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a REFER creates a subscription to its own progress.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom or what the receiver of a REFER is asked to contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who asked for this request to be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of device must not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which existing call the new one takes the place of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to call back, when that is not the From address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How proxies should treat the request: fork, queue, redirect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which extensions the receiver has to support; otherwise it answers 420.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After how many seconds it makes sense to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxies the request must visit, in this order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers a provisional answer that has to be confirmed by PRACK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The software that answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxies through which later requests of this registered client should go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the session lasts without a refresh, and who refreshes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name the server gave to the published state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which published state this PUBLISH refreshes, changes or removes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the call is about, in words for people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the subscription is active, pending or over, and for how long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which extensions the sender supports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the request was sent by the sender&apos;s clock, to measure the round trip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom the request is meant for; its tag, added by the answer, names the other half of the dialog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which required extensions are not supported; it comes with a 420.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The software that sent the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hop of the way here: answers go back along these rows, top first; branch names the transaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What exactly went wrong, mostly with the session description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The challenge of the server: prove that you know the password for this realm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HeaderRowsEditor</name>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move header up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move header down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove header</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HeaderRowsModel</name>
    <message>
        <source>Not a header row: no name and colon. Left out unless the message is sent exactly as typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in when sending. Add a row of this name to send your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept, but not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled in when sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HelpWindow</name>
    <message>
        <source>Viatrace Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manual is written in English.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HistoryModel</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (local)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::HistoryPane</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the selected request again, as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit and resend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the selected request into the composer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::InspectorPane</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay on this tab, whatever row is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Msg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message taken apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message as it was on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the answer to a challenge is worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States and timers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialogs, their session, and the next request in them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the registrar keeps, and for how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the other side can do, as far as it says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to the server: names, connections, certificates, sizes, NAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be said about this request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed between attempts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::Ladder</name>
    <message>
        <source>local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+ %n resends</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LadderBar</name>
    <message>
        <source>Ladder options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the painted ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the same rows as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the time column counts from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which rows are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold resends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide copies of the same bytes under the first one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay at the newest row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds since start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the row above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names (dns)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections (tcp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS handshakes (tls)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSockets (ws)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local statuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small steps too: timers set, states, attempts, keep-alives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show (%1 folded)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LadderModel</name>
    <message>
        <source>  (local)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>  + %n resends</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LadderPane</name>
    <message>
        <source>Ladder and verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LadderTable</name>
    <message>
        <source>Ladder table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LadderView</name>
    <message>
        <source>Ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that happened, one row each. The table beside it holds the same rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the newest row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the newest row and stay there (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 after the first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ladder as &amp;text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy ladder as &amp;Mermaid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show resends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fold resends</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Removing what is kept at servers before the window closes, 2 s at most; close it again not to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropped events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call came in: it is answered as the registration says, or by hand on the page Dialog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice server did not start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More happened than could be shown; the oldest were left out, and counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice server: %1 on %2, nothing leaves this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice server: %1 on %2, leads the caller off this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice server: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open request...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save request &amp;as...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export ladder as &amp;text...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export ladder as &amp;Mermaid...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel what is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next in &amp;dialog...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Give the credential asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit and resend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a te&amp;mplate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session descri&amp;ption...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;ladder as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cl&amp;ear history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mmands...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;omposer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector &amp;below the ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Welcome page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Viatrace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window speaks the chosen language when it is started the next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on this computer only: nothing leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with &amp;other values...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number, algorithm or realm than in the list above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top the practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice server listens on %1. User 1001, password s3cret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it behaves; put values in place of what is in &lt;&gt; and []:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source># Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the next field; no editor keeps the key for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the header table: send this row or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the header table: edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the header table: remove this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Viatrace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Viatrace %1&lt;/h3&gt;&lt;p&gt;The workbench for SIP signalling.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. No account, no telemetry, no network traffic but what you send.

Built with Qt %1, OpenSSL, QCustomPlot and yaml-cpp.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;MTU sweep...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From which size on requests are lost, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Path of a request...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxies on the way, by counting Max-Forwards up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One change against lost sizes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dialog that is alive: keep a call with &quot;Hang up after: only by hand&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent with one change: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ended without an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (made here: %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request files (*.via);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1. Passwords are not in it, only references to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mermaid (*.mmd *.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viatrace: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln events in this flow, sent in this run: %L1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events dropped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request asks for the secret &quot;%1&quot;:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MarkIcon</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MessageDiff</name>
    <message>
        <source>every new request of the call counts on (RFC 3261 8.1.3.5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new attempt is a new transaction with a branch of its own (RFC 3261 8.1.1.7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer to the challenge of the server (RFC 3261 22.2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer to the challenge of a proxy (RFC 3261 22.3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follows the size of the body (RFC 3261 20.14)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MessageParts</name>
    <message>
        <source>version of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>origin: who made this description, with its number and version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connection: the address media goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time the session is active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>media: kind, port, profile, payload types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bandwidth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>information for people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URI with more information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key (obsolete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeat times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the receiver is asked to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whom or what the request is for on this hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1xx goes on, 2xx done, 3xx elsewhere, 4xx to 6xx refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for people; no device acts on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not SIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No header field this program knows; it is kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %L2 octets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no Content-Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the message carries; Content-Type says how to read it (RFC 3261 7.4)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::MessageTree</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start line, header fields and body of the selected message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a request or an answer in the ladder to see what it is made of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is something that happened here, not a message. Select a request or an answer in the ladder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as on the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy whole message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln more lines are not shown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more lines are not shown. Show all</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NatPanel</name>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the request back into the composer with that Contact, to look at and send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Via, sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, rport asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Via, received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Via, rport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact, sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact, kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1 in Contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::NextInDialog</name>
    <message>
        <source>INFO: press a key (DTMF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold (re-INVITE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume (re-INVITE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>re-INVITE without an offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UPDATE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MESSAGE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REFER: transfer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the subscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the subscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BYE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it will be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next in dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name: value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next in dialog, tag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes where the first request went: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="R3311.5.1-1">
        <source>The peer&apos;s Allow does not name %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dialog has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 is no header row: &quot;Name: value&quot; is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A method is one word, such as INFO.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(the session description as agreed, with the direction changed, is put in when it is sent)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::OptionsSection</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in RFC 3261: T1 500 ms, gives up after 32 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast: T1 50 ms, gives up after 3.2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate of the round trip; the request is given up after 64 times T1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longest pause between resends of a request that is no INVITE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a message may stay in the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times a challenge and the like may be answered by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow redirections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Contacts of a 3xx are tried one after the other (RFC 3261 8.1.3.4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hang up after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the call is taken, BYE is sent after this time. Of a REGISTER: for the calls that come in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ring limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without an answer the call is cancelled after this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REGISTER and PUBLISH are refreshed for this time and then removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove when the program ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closing the window ends a registration or publication that is kept, which takes 2 s at most; otherwise it stays at the server until it runs out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests to follow in the dialog, one in a line: [TIME] METHOD [| Name: value] [|| body], hold, resume, dtmf KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What requests of the peer in the dialog are answered, one rule in a line: METHOD: [TIME] STATUS, ...; silence; by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow CANCEL for requests other than INVITE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RFC 3261 9.1 advises against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The topmost that is supported (RFC 8760)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strongest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weakest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Challenge to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest or Bearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of the two, when a realm offers both and there is a credential for each (RFC 8898 2.1.1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Request-URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest uri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefer auth-int, which protects the body too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send accepted credentials unasked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a server accepted goes along with the next request to it, counted on (RFC 3261 22.2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale nonces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times in a row a realm may call its own nonce stale (RFC 2617 3.2.1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authenticated sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many requests with credentials are sent for one press of Send, in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay on UDP over 1300 octets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RFC 3261 18.1.1 wants TCP for them, and a MESSAGE is not sent over UDP at all without this (RFC 3428 8).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write compact header names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example f for From (RFC 3261 7.3.3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the answer asks for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same, and our Via asks too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In any case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep-alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pings keep the flow open while a registration, publication, subscription or call lasts: CRLF over TCP and TLS, Ping over WebSocket, STUN over UDP (RFC 5626 4.4, RFC 6223).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ping at least every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each pause is drawn anew from 80 to 100 % of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PathInspector</name>
    <message>
        <source>This flow is long: its middle is not counted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names and targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send uses only %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send takes no target for dead any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drill: Send takes %1 for dead. Nothing is sent there, the wait is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send trusts this certificate, whoever signed it, and warns when it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact names the address the server saw: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been looked up, connected or sent yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a request to see its way to the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 before them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PathPicture</name>
    <message>
        <source>not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the path, nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named by Record-Route, not by the hop itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start draws the hops here, from this computer to the target.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::PathWindow</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path of a request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max-Forwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest Max-Forwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max-Forwards from 0 to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hops</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Markdown (*.md);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ProbeRequestFields</name>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sip:sip.example.com or udp:192.0.2.1:5060</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one in the composer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request in the composer %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %L1 requests will be sent to %2, five a second at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %L1 messages will be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to %L1 calls will be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A MESSAGE may come up on somebody&apos;s screen each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An INVITE may ring somebody&apos;s phone each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ProbeWindow</name>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RawEditor</name>
    <message>
        <source>Raw message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RawPage</name>
    <message>
        <source>Send exactly as typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is filled in, nothing is corrected: these octets go out. For trying what a server makes of broken messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in when sending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RawView</name>
    <message>
        <source>Raw message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The octets of the selected message; the numbers at the left count octets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %L1 of %L2 octets are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %L1 of %L2 octets are shown. Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RoadSection</name>
    <message>
        <source>Names and targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNS server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks this one for the names of servers, e.g. 127.0.0.1:5353; port 53 if none is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv4 first, then IPv6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv6 first, then IPv4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which addresses are asked for, and which of them come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all that are found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all targets found, and of those a redirection finds, only this one is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pretend dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drill: these targets, one in a line, count as dead. Nothing is sent to them, the wait is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A drill: nothing is sent to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pretended dead</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RoadTree</name>
    <message>
        <source>Use only this target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the server was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the request back into the composer with this target pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the request back into the composer; the ticked targets are taken for dead when it is sent: nothing is sent to them, the wait is real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets, best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the servers of this system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no answer yet from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CNAME %1, TTL %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, TTL %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick it to take it for dead in a drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the drill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drill: take the ticked for dead</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::RowText</name>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DNS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy, absorbed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 0.1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, send %1 of at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, made here, not received; cause %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SessionBuilder</name>
    <message>
        <source>%1 (DTMF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (no a=rtpmap)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write into the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it will be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is no session description (it does not begin with v=): all of it will be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1 of the body: %2. It stays as it is, unless it is set here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the description in the body; lines that are not set here stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a description; its text can be edited afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts from the description that would be sent without a body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codecs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticked codecs are offered, best first. Space ticks, Alt+Up and Alt+Down move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefer this codec to the one above (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefer the one below to this codec (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another codec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another, e.g. AMR-WB/16000 octet-align=1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, clock rate and channels as in a=rtpmap; after a space the parameters of a=fmtp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds what is typed to the list (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packet time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a=ptime: milliseconds of media in one packet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sendrecv: both ways. sendonly: the other side is on hold. inactive: neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address or name in the c= line, where media is to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port in the m= line. 9 takes no media; 0 refuses this stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the text of the body by what is shown here; Undo in the body brings the old text back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one codec: an m= line has to name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are more codecs than there are payload types (96 to 127).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address is missing: an IPv4 or IPv6 address, or a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address: write e.g. 192.0.2.1, 2001:db8::1 or a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is a number from 0 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or Add puts it into the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DTMF or comfort noise alone is no conversation: most peers refuse it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SessionButton</name>
    <message>
        <source>Session description...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose codecs, direction, address and port; the text it makes can be edited afterwards</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SettingFields</name>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as usual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SizeMeter</name>
    <message>
        <source>%1 octets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 octets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 octets: over %2, stays on UDP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 octets: over %2, goes by TCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over 1300 octets a request leaves UDP for TCP (RFC 3261 18.1.1), unless the target names UDP or Options says to stay on it; larger datagrams are cut into fragments on the way, and some are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exact size as it will be sent, rows that are filled in included.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SizeScale</name>
    <message>
        <source>MTU %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::StatusBadge</name>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SweepChart</name>
    <message>
        <source>Chart of sizes and round trips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same numbers are in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>octets of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round trip, ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: lost or refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start draws every size here.
What is lost becomes a cross.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SweepWindow</name>
    <message>
        <source>MTU sweep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Halve down to the octet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Octets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests of each size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the last size that passed and the first that did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows X-Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the request in the composer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>octets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n requests sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be swept: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html);;Markdown (*.md);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TemplateMenu</name>
    <message>
        <source>%1. The practice behaviour &quot;%2&quot; fits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TimelineData</name>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State #%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TimelinePlot</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same numbers are in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds since the first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ sent   ○ received   □ local   ◆ timer fired   ━ timer armed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TimelineTableModel</name>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TlsSection</name>
    <message>
        <source>there is no file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted CAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of CAs that are trusted instead of those of the system (PEM), one in a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown when the server asks who we are, and to who calls us over TLS (PEM, with its chain).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the same file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The private key of our certificate (PEM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the private key. Never written into a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host of the URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as SNI and looked for in the certificate, instead of the host of the URI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest version that is offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest version that is offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALPN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none, or e.g. sip/2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocols to offer, first choice first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates that are trusted whoever signed them, by SHA-256, one in a line. The sheet of a certificate on the page Path has a button for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send despite a failed check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise nothing is sent when the certificate is not good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of the connections are appended to this file, for Wireshark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key goes with a certificate of ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older than the oldest that is offered: no version is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS 1.0 and 1.1 are broken (RFC 8996): for diagnosis only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name has at most 255 octets (RFC 7301 3.1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: the request, with its credentials, also goes to who is not the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning: who has this file can read what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends despite a failed check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logs keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own CAs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>versions %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pinned</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransactionInspector</name>
    <message>
        <source>No timer is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timers running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fires in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State table (✓ taken, … possible from here)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” belongs to no transaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a row of a request or its answer to see its state machine and timers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace holds no state changes of this transaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 transaction %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timer %1, %2 long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, possible now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>taken %n times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransactionStory</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent (copy %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hand to the user agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send ACK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report the timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report the error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::TypedParts</name>
    <message>
        <source>(no value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>display name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for people; no device acts on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names one half of the dialog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the transaction; an answer carries it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the address the request really came from, written by the receiver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for, or gives, the port the request really came from (RFC 3581)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another address the request or its answer should go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far a multicast request travels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this proxy understands loose routing (RFC 3261 16.12)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the transport to use for this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for how many seconds this address counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preference among several addresses, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the device, whatever address it has (RFC 5626)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which of the device&apos;s connections this is (RFC 5626)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep using this connection (RFC 5626)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the password to use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s challenge; goes into the hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be returned unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hash function; MD5 when absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auth protects method and URI, auth-int the body too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true: only the nonce is too old, the password was right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Request-URI that went into the hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result of the hash: proof that the password is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our own random part of the hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many requests used this nonce, in hexadecimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where else the same password counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the nonce to use for the next request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server&apos;s proof that it knows the password too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true: the user name is sent as a hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how names and passwords are coded before hashing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes up by one with every new request of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::VerdictCard</name>
    <message>
        <source>Show why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed between attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the row of the ladder that shows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the first and the last request side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the peer waits for your answer: it is given on the page Dialog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call is up. Send what is next in its dialog (Ctrl+D), or hang up (Esc).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dialog of this %1 lasts. Send what is next in it (Ctrl+D), or end it (Esc).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was accepted, and is refreshed in time until you end it (Esc).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on its way, attempt %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 was accepted after %n requests.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was accepted at the first request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is over without a final status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 got no usable answer; this status was made here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was answered with %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more findings</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>See what SIP really does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a request and follow every message, resend, timer and digest on one ladder. When it fails, the reason stands on top, with the line to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it on the practice server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registers user 1001 at a small server inside this program, which asks for a password. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks a server that never answers: see the resends, the timers, and how the request is given up after 3.2 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to my server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type its address on the left, choose a method, press Send.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the manual (F1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::WsSection</name>
    <message>
        <source>WebSocket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the handshake asks for, with its query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the host of the URI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the row Host of the handshake says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page a browser would come from, e.g. https://example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subprotocols</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered in this order, separated by commas; sip is RFC 7118.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further rows of the handshake, one in a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An HTTP proxy the connection goes through by CONNECT, e.g. 192.0.2.1:3128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ping every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Ping after so long without anything, e.g. 30s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Via and Contact name our address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise a host below &quot;invalid&quot;, as browsers do (RFC 7118 5).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time is written as 30s or 500ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a proxy is an address with its port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no subprotocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by a proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our address</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more rows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
