using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Scoring.Display.Screens;

/// <summary>What an organizer's file is for: its folder below <c>screens/</c> in the data folder.</summary>
public enum FileUse { Logo, Sponsors, Photos, Music, Visuals }

/// <param name="Label">The file's name without its ending: 张志远, 一等奖.</param>
/// <param name="Name">By its content, so that nobody guesses it and every cache may keep it: 16 hex digits and the ending.</param>
public sealed record ScreenFile(FileUse Use, string Label, string Name, string Path)
{
    public string Address => "/display/files/" + Name;
}

/// <summary>Logos, sponsors, photos and music the organizer brings, in folders that may also be filled by hand.</summary>
public sealed class ScreenFiles
{
    public const long LargestPicture = 8 * 1024 * 1024, LargestMusic = 24 * 1024 * 1024;

    /// <summary>Endings that are taken, with their types. No SVG: it can carry script.</summary>
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".webp"] = "image/webp",
        [".mp4"] = "video/mp4", [".webm"] = "video/webm",
        [".mp3"] = "audio/mpeg", [".m4a"] = "audio/mp4", [".ogg"] = "audio/ogg", [".wav"] = "audio/wav",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly string folder;
    private volatile IReadOnlyList<ScreenFile> all = [];

    public ScreenFiles(string folder)
    {
        this.folder = folder;
        foreach (var use in Enum.GetValues<FileUse>())
        {
            Directory.CreateDirectory(FolderOf(use));
        }

        Read();
    }

    public IReadOnlyList<ScreenFile> All => all;

    public IEnumerable<ScreenFile> Of(FileUse use) => all.Where(f => f.Use == use);

    public ScreenFile? Find(string name) => all.FirstOrDefault(f => f.Name == name);

    public static string TypeOf(string name) => Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");

    /// <summary>Whether a name could be one of ours, before anything is opened.</summary>
    public static bool IsName(string name) =>
        name.Length is > 17 and < 23 && name[16] == '.' && name.AsSpan(0, 16).IndexOfAnyExcept("0123456789abcdef") < 0 && Types.ContainsKey(Path.GetExtension(name));

    /// <summary>Keeps an uploaded file; one of the same use and label is replaced.</summary>
    /// <returns>What is wrong with it, in words for the organizer; null: kept.</returns>
    public string? Add(FileUse use, string fileName, Stream content, long length)
    {
        var (label, ending) = (Path.GetFileNameWithoutExtension(fileName).Trim(), Path.GetExtension(fileName).ToLowerInvariant());
        var kind = Types.GetValueOrDefault(ending, "").Split('/')[0];
        if (kind != (use == FileUse.Music ? "audio" : "image") && (use, kind) != (FileUse.Visuals, "video"))
        {
            return $"{fileName}：请用{use switch { FileUse.Music => " mp3、m4a、ogg 或 wav 音频", FileUse.Visuals => " png、jpg、webp 图片或 mp4、webm 视频", _ => " png、jpg 或 webp 图片" }}。";
        }

        if (length > (kind == "image" ? LargestPicture : LargestMusic))
        {
            var most = kind switch { "audio" => "音频不超过 24 MB", "video" => "视频在这里不超过 24 MB，更大的可直接放进数据文件夹的 screens/visuals", _ => "图片不超过 8 MB" };
            return $"{fileName} 太大：{most}，请压缩后再上传。";
        }

        if (label.Length is 0 or > 80 || label.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || label.StartsWith('.'))
        {
            return $"{fileName}：请换一个简短的文件名再上传。";
        }

        Keep(use, label, ending, f => f.Label == label, content);
        Read();
        return null;
    }

    /// <summary>Photos of entrants, many at once; of whom there was one, it is replaced.</summary>
    /// <param name="photos">Label by <see cref="LabelOf"/>, ending with its dot, and the picture.</param>
    public void AddPhotos(IEnumerable<(string Label, string Ending, byte[] Picture)> photos)
    {
        foreach (var (label, ending, picture) in photos)
        {
            using var content = new MemoryStream(picture);
            Keep(FileUse.Photos, label, ending.ToLowerInvariant(), f => KeyOf(f.Label) == KeyOf(label), content);
        }

        Read();
    }

    /// <summary>What an entrant's photo is called: contest and entrant, and the name for people's eyes.</summary>
    public static string LabelOf(string competition, string entrant, string name) =>
        $"{competition}.{entrant} {string.Concat(name.Split(Path.GetInvalidFileNameChars()))}";

    /// <summary>An entrant's own photo; null: none was given.</summary>
    public static ScreenFile? PhotoOf(IEnumerable<ScreenFile> photos, string competition, string entrant) =>
        photos.FirstOrDefault(f => KeyOf(f.Label) == $"{competition}.{entrant}");

    private static string KeyOf(string label) => label.Split(' ', 2)[0];

    private void Keep(FileUse use, string label, string ending, Func<ScreenFile, bool> replaced, Stream content)
    {
        foreach (var old in Of(use).Where(replaced))
        {
            File.Delete(old.Path);
        }

        using var file = File.Create(Path.Combine(FolderOf(use), label + ending));
        content.CopyTo(file);
    }

    public void Remove(string name)
    {
        if (Find(name) is { } file)
        {
            File.Delete(file.Path);
            Read();
        }
    }

    /// <summary>Photos of a contest's entrants, when it is deleted.</summary>
    public void RemovePhotosOf(string competition)
    {
        foreach (var photo in Of(FileUse.Photos).Where(f => KeyOf(f.Label).Split('.', 2) is [var of, _] && of == competition))
        {
            File.Delete(photo.Path);
        }

        Read();
    }

    /// <summary>Looks at the folders again: files may have been put there by hand.</summary>
    public void Read() => all =
    [
        .. Enum.GetValues<FileUse>().SelectMany(use => Directory.EnumerateFiles(FolderOf(use))
            .Where(path => Types.ContainsKey(Path.GetExtension(path)))
            .Order(StringComparer.Ordinal)
            .Select(path => new ScreenFile(use, Path.GetFileNameWithoutExtension(path), NameOf(path), path))),
    ];

    private string FolderOf(FileUse use) => Path.Combine(folder, use.ToString().ToLowerInvariant());

    private static string NameOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file))[..16] + Path.GetExtension(path).ToLowerInvariant();
    }
}
