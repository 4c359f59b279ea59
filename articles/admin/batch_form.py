"""The form that takes in addresses and files."""

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from articles.ingestion import IngestError
from articles.ingestion.batches import add_file, add_urls, addresses_in
from articles.ingestion.files import is_furniture
from articles.models import Batch, Item, Outlet, PublishPolicy, Rights, User

FEW = 20


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; an empty one is taken in too, and says so itself."""

    def __init__(self, *, is_folder: bool = False, **kwargs) -> None:
        widget = FilesInput(attrs={"webkitdirectory": True} if is_folder else None)
        super().__init__(widget=widget, allow_empty_file=True, max_length=255, **kwargs)

    def clean(self, data, initial=None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(file, initial) for file in files if file]


class TakeInForm(forms.Form):
    urls = forms.CharField(
        label="Addresses, each on a line of its own",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "placeholder": "https://"}),
    )
    files = FilesField(
        label="Files",
        required=False,
        help_text="Drop them here: .txt .md .html .docx .pdf .eml, tables (.csv .jsonl), "
        "web archives (.warc .warc.gz) and .zip of any of these.",
    )
    folder = FilesField(
        is_folder=True,
        label="A whole folder",
        required=False,
        help_text="All files in it and in its folders; hidden ones, and scripts and style sheets "
        "that a browser saved with a page, are left out.",
    )
    outlet = forms.CharField(
        label="Outlet", max_length=200, required=False, help_text="Where a text does not say."
    )
    publish_policy = forms.ChoiceField(
        label="When it is read",
        required=False,
        choices=[("", "as the outlet says"), *PublishPolicy.choices],
    )
    rights = forms.ChoiceField(
        label="Rights",
        required=False,
        choices=[
            ("", "as the outlet says; else excerpt of what is fetched, full text of files"),
            *Rights.choices,
        ],
    )

    def clean_urls(self) -> list[str]:
        text = self.cleaned_data["urls"]
        if not text.strip():
            return []
        try:
            return addresses_in(text)
        except IngestError as error:
            raise forms.ValidationError(str(error)) from None

    def clean_folder(self) -> list[UploadedFile]:
        """A browser tells no more than the name of each file, not which folder it lies in."""
        return [file for file in self.cleaned_data["folder"] if not _is_left_out(file.name)]

    def clean(self) -> dict:
        given = super().clean()
        given["files"] = [*(given.get("files") or ()), *(given.get("folder") or ())]
        if not self.errors and not given.get("urls") and not given.get("files"):
            raise forms.ValidationError("Give at least one address or one file.")
        return given

    @property
    def limits(self) -> str:
        most = settings.INGEST_MAX_FILE_BYTES // 1_000_000
        return f"At most {settings.INGEST_MAX_FILES} files of {most} MB each."


def _is_left_out(name: str) -> bool:
    return name.startswith(".") or is_furniture(name)


def start(given: dict, *, by: User) -> Batch:
    """A batch of what the form gave: every byte is kept before anything is read."""
    files, urls = given["files"], given["urls"]
    batch = Batch.objects.create(
        name=_name(files, urls),
        started_by=by,
        outlet=outlet_called(given["outlet"]),
        publish_policy=given["publish_policy"] if _may_publish(by) else "",
        rights=given["rights"],
    )
    few = len(files) + len(urls) <= FEW
    priority = Item.Priority.AT_ONCE if few else Item.Priority.SOON
    for file in files:
        add_file(batch, file, file.name, by=by, priority=priority)
    add_urls(batch, urls, by=by, priority=priority)
    return batch


def _may_publish(by: User) -> bool:
    return by.has_perm("articles.publish_article")


def _name(files: list[UploadedFile], urls: list[str]) -> str:
    names = [file.name for file in files] + urls
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{names[0][:150]}{more}"


def outlet_called(name: str) -> Outlet | None:
    """The outlet of that name, else a new one for an editor to confirm; None without a name."""
    name = " ".join(name.split())
    if not name:
        return None
    known = Outlet.objects.named(name).first()
    return known or Outlet.objects.create(name=name[:200], is_proposed=True)
