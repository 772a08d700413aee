"""Where to get each export, what netgive reads of it, and what it never does. Menus change now and then."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One place where people keep their contacts."""

    name: str
    menu: tuple[str, ...]
    """What to choose, step by step."""
    wait: str
    """How long it takes until the file is there."""
    reads: str
    never: str


_AT_ONCE = "The file is there at once."
_ADDRESS_BOOK = (
    "Names, e-mail addresses, phone numbers, organization, job, city, birthday, notes, and your own groups."
)
_NO_PICTURES = "Photos and street addresses."
_NO_TEXT = "What a mail says: neither its subject, nor its text, nor what is attached."
_MAIL = "From, To, Cc and the date of each mail: who wrote to whom, and when."
_MEETINGS = "Who was invited to each event and on which day it took place."
_NO_TITLES = "Titles, places and descriptions of events."

SOURCES: tuple[Source, ...] = (
    Source(
        "LinkedIn",
        (
            "On a computer, click Me at the top, then Settings & Privacy.",
            "Choose Data privacy, then Get a copy of your data.",
            "Choose the larger archive, click Request archive, and follow the link in the mail that comes.",
        ),
        "A first part comes within minutes, the whole within a day. The link works for three days.",
        "Connections, invitations, endorsements and recommendations, and who wrote to whom and when.",
        "The text of messages and invitations, and everything else in the archive.",
    ),
    Source(
        "Google Contacts",
        (
            "Open contacts.google.com.",
            "Choose Export in the menu at the left (or the three dots, then Export).",
            "Choose Google CSV or vCard, then Export.",
        ),
        _AT_ONCE,
        _ADDRESS_BOOK,
        _NO_PICTURES,
    ),
    Source(
        "Apple iCloud",
        (
            "Open icloud.com/contacts.",
            "Click one contact, then press Ctrl+A (or ⌘A) to select all.",
            "Choose Export vCard from the menu of the list.",
        ),
        _AT_ONCE,
        _ADDRESS_BOOK,
        _NO_PICTURES,
    ),
    Source(
        "Apple Contacts on a Mac",
        (
            "Open Contacts and choose All Contacts.",
            "Choose Edit, then Select All.",
            "Choose File, then Export, then Export vCard.",
        ),
        _AT_ONCE,
        _ADDRESS_BOOK,
        _NO_PICTURES,
    ),
    Source(
        "iPhone",
        (
            "Open Contacts and tap Lists at the top left.",
            "Touch and hold a list, such as All Contacts, and tap Export.",
            "Send the file to your computer, by AirDrop or mail.",
        ),
        _AT_ONCE,
        _ADDRESS_BOOK,
        _NO_PICTURES,
    ),
    Source(
        "Apple Calendar on a Mac",
        (
            "Open Calendar and click the calendar in the list at the left.",
            "Choose File, then Export, then Export.",
        ),
        _AT_ONCE,
        _MEETINGS,
        _NO_TITLES,
    ),
    Source(
        "Outlook.com and the new Outlook",
        (
            "Open People, the symbol with two heads at the left.",
            "Choose Manage contacts, then Export contacts.",
            "Choose All contacts, then Export.",
        ),
        _AT_ONCE,
        _ADDRESS_BOOK,
        _NO_PICTURES,
    ),
    Source(
        "Classic Outlook for Windows: contacts",
        (
            "Choose File, then Open & Export, then Import/Export.",
            "Choose Export to a file, then Comma Separated Values.",
            "Choose your Contacts folder, and where to save the file.",
        ),
        _AT_ONCE,
        _ADDRESS_BOOK,
        _NO_PICTURES,
    ),
    Source(
        "Classic Outlook for Windows: calendar",
        (
            "Open your calendar and choose File, then Save Calendar.",
            "Choose More Options, then Whole calendar and Full details.",
            "Save it as iCalendar (.ics).",
        ),
        _AT_ONCE,
        _MEETINGS,
        _NO_TITLES,
    ),
    Source(
        "Google Calendar",
        (
            "Open calendar.google.com on a computer.",
            "Click the gear, then Settings, then Import & export at the left.",
            "Click Export. The zip can be brought in as it is.",
        ),
        _AT_ONCE,
        _MEETINGS,
        _NO_TITLES,
    ),
    Source(
        "Gmail",
        (
            "Open takeout.google.com and click Deselect all.",
            "Tick Mail. All Mail data included lets you choose Sent and Inbox alone, which is smaller.",
            "Click Next step, keep .zip, and click Create export.",
        ),
        "It takes from minutes to days, by how much mail you have. The link works for a week.",
        _MAIL,
        _NO_TEXT,
    ),
    Source(
        "Thunderbird: contacts",
        (
            "Open the Address Book and click the address book at the left.",
            "Choose Tools, then Export (or the three dots beside its name, then Export).",
            "Save it as comma separated or as vCard.",
        ),
        _AT_ONCE,
        _ADDRESS_BOOK,
        _NO_PICTURES,
    ),
    Source(
        "Thunderbird: mail",
        (
            "Choose Help, then Troubleshooting Information, and open the Profile Folder.",
            "In it open Mail or ImapMail, then the folder of your account.",
            "Bring in the files Sent and Inbox, those without an ending.",
        ),
        _AT_ONCE,
        _MAIL,
        _NO_TEXT,
    ),
    Source(
        "Apple Mail",
        (
            "Open Mail and click a mailbox such as Sent in the list at the left.",
            "Choose Mailbox, then Export Mailbox.",
            "Bring in the folder whose name ends with .mbox.",
        ),
        _AT_ONCE,
        _MAIL,
        _NO_TEXT,
    ),
)
"""Every source, in the order in which they are shown."""
