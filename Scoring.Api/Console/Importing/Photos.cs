using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Core.People;
using Scoring.Display.Screens;

namespace Scoring.Api.Console.Importing;

// Photos of entrants as a ZIP or one by one, matched by their files' names; the ceremony shows them.
public sealed partial class ImportModel
{
    /// <param name="Left">Files that were not taken, each with the reason; numbers of people masked.</param>
    public sealed record PhotoReport(int Kept, int Replaced, int Without, IReadOnlyList<(string File, string Why)> Left);

    public PhotoReport? Photos { get; private set; }

    /// <summary>How many entrants have one.</summary>
    public int Pictured => Open.Read(state => state.Entrants.Values
        .Select(e => e.Entrant.Id.Value).ToHashSet(StringComparer.Ordinal)) is var people
        ? pictures.Of(FileUse.Photos).Count(f => f.Label.Split(' ')[0].Split('.', 2) is [var contest, var entrant]
        && contest == Open.Id.Value && people.Contains(entrant)) : 0;

    [Needs(Policies.Organize)]
    public IActionResult OnPostPhotos(List<IFormFile> photos)
    {
        var opened = new List<IDisposable>();
        try
        {
            var sent = photos.SelectMany(f => Sent(f, opened)).ToList();
            if (sent.Count > 0)
            {
                Photos = Taken(sent);
                Load();
                return Page();
            }

            Say(photos.Count == 0 ? "请先选择文件。" : "没有找到照片：请选照片，或装着照片的 ZIP。", bad: true);
        }
        catch (UnreadableFileException e)
        {
            Say(e.Message, bad: true);
        }
        finally
        {
            opened.ForEach(o => o.Dispose());
        }

        return LocalRedirect(Here);
    }

    private static IReadOnlyList<SentPhoto> Sent(IFormFile file, List<IDisposable> opened)
    {
        if (!file.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return [new SentPhoto(Path.GetFileName(file.FileName), file.Length, file.OpenReadStream)];
        }

        var stream = file.OpenReadStream();
        opened.Add(stream);
        var zip = SentPhotos.Zip(stream, file.FileName);
        opened.Insert(0, zip);
        return SentPhotos.In(zip);
    }

    private PhotoReport Taken(List<SentPhoto> sent)
    {
        var (known, names) = Open.Read(state =>
        {
            var people = state.Entrants.Values.Select(e => new KnownEntrant(e.Entrant, seal.Open(Open.Id, e.Entrant.Sealed))).ToList();
            var (organizations, trades) = (
                state.Organizations.ToDictionary(o => o.Key, o => o.Value.Name), state.TradesInOrder.ToDictionary(
                    t => t.Definition.Id, t => t.Definition.Name));
            return (
                people,
                new PhotoNames(
                    people, e => organizations.GetValueOrDefault(e.Organization, ""), e => trades.GetValueOrDefault(e.Trade, "")));
        });
        var left = new List<(string File, string Why)>();
        var whose = new List<(SentPhoto Photo, Entrant Entrant)>();
        foreach (var photo in sent)
        {
            var (people, fault) = names.Of(photo.Path);
            if (fault is not null)
            {
                left.Add((photo.Path, fault));
            }

            whose.AddRange(people.Select(e => (photo, e)));
        }

        var had = pictures.Of(FileUse.Photos).Select(f => f.Label.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var (kept, replaced) = (new HashSet<string>(StringComparer.Ordinal), 0);
        pictures.AddPhotos(Good());
        var pictured = pictures.Of(FileUse.Photos).Select(f => f.Label.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        return new PhotoReport(
            kept.Count, replaced, known.Count(k => !pictured.Contains($"{Open.Id}.{k.Entrant.Id}")),
                [.. left.Distinct().Select(l => (Masked(l.File), l.Why))]);

        IEnumerable<(string, string, byte[])> Good()
        {
            foreach (var of in whose.GroupBy(w => w.Entrant.Id))
            {
                var (photo, entrant) = of.First();
                if (of.Count() > 1)
                {
                    left.AddRange(of.Select(o => (o.Photo.Path, $"{entrant.Name}有 {of.Count()} 张照片：请只留一张")));
                }
                else if (SentPhotos.Read(photo, ScreenFiles.LargestPicture) is not { } picture)
                {
                    left.Add((photo.Path, "不是照片，或超过 8 MB：请用 jpg、png 或 webp"));
                }
                else
                {
                    kept.Add(entrant.Id.Value);
                    replaced += had.Contains($"{Open.Id}.{entrant.Id}") ? 1 : 0;
                    yield return (ScreenFiles.LabelOf(Open.Id.Value, entrant.Id.Value, entrant.Name), EndingOf(picture), picture);
                }
            }
        }
    }

    private static string EndingOf(byte[] picture) => picture[0] switch { 0xFF => ".jpg", 0x89 => ".png", _ => ".webp" };

    // R-I2: a number in a file's name is a number of somebody.
    private static string Masked(string path) =>
        System.Text.RegularExpressions.Regex.Replace(
            path, "[0-9]{11,17}[0-9Xx]", m => Masks.Id(m.Value), System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
