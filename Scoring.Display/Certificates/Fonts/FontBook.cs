using System.Collections.Concurrent;

namespace Scoring.Display.Certificates.Fonts;

/// <summary>The fonts there are: which of them has this character, in the order a template prefers them.</summary>
public sealed class FontBook
{
    private readonly ConcurrentDictionary<(string Families, bool Bold), FontChain> chains = new();

    private FontBook(IReadOnlyList<FontFace> faces, IReadOnlyList<FontProblem> problems) => (Faces, Problems) = (faces, problems);

    public IReadOnlyList<FontFace> Faces { get; }

    /// <summary>Files that could not be used, for the console to show.</summary>
    public IReadOnlyList<FontProblem> Problems { get; }

    /// <summary>Reads every .ttf, .ttc and .otf of the folders (and single files) that exist; earlier ones come first where two are alike.</summary>
    public static FontBook Load(IEnumerable<string> paths)
    {
        var faces = new List<FontFace>();
        var problems = new List<FontProblem>();
        foreach (var file in paths.SelectMany(FontFiles))
        {
            var (found, problem) = FontFace.Open(file);
            faces.AddRange(found.Where(face => !faces.Exists(known => string.Equals(known.PostScriptName, face.PostScriptName, StringComparison.Ordinal))));
            if (problem is not null)
            {
                problems.Add(new(Path.GetFileName(file), problem));
            }
        }

        return new(faces, problems);
    }

    /// <summary>Where fonts are looked for: the user's own first, then those that came with the program, then the system's Kai styles.</summary>
    public static IReadOnlyList<string> UsualPlaces(string dataFolder)
    {
        var windows = Environment.GetFolderPath(Environment.SpecialFolder.Fonts);
        string[] kai = OperatingSystem.IsWindows() ? [Path.Combine(windows, "simkai.ttf"), Path.Combine(windows, "simfang.ttf")] : ["/usr/share/fonts/truetype/lxgw-wenkai"];
        return [Path.Combine(dataFolder, "fonts"), Path.Combine(AppContext.BaseDirectory, "fonts"), .. kai];
    }

    /// <summary>Whether any font has the code point.</summary>
    public bool Has(int codePoint) => Faces.Any(face => face.Glyph(codePoint) != 0);

    /// <summary>The fonts of these families in order, the weight nearest to what is asked for, then every other font as a last resort.</summary>
    public FontChain Chain(IReadOnlyList<string> families, bool bold) => chains.GetOrAdd((string.Join('\n', families), bold), _ =>
    {
        var wanted = bold ? 700 : 400;
        var named = families.SelectMany(family => Faces
            .Where(face => face.Families.Contains(family, StringComparer.OrdinalIgnoreCase))
            .OrderBy(face => Math.Abs(face.Weight - wanted)).Take(1));
        var others = Faces.OrderBy(face => Math.Abs(face.Weight - wanted)).ThenBy(face => face.PostScriptName, StringComparer.Ordinal);
        return new FontChain([.. named.Concat(others).Distinct()]);
    });

    private static IEnumerable<string> FontFiles(string path) =>
        File.Exists(path) ? [path]
        : !Directory.Exists(path) ? []
        : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TTF" or ".TTC" or ".OTF")
            .Order(StringComparer.Ordinal);
}

/// <param name="What">What is wrong and what to do, for people.</param>
public sealed record FontProblem(string File, string What);

/// <summary>Fonts in the order in which they are asked for a character.</summary>
public sealed class FontChain
{
    private readonly IReadOnlyList<FontFace> faces;

    internal FontChain(IReadOnlyList<FontFace> faces) => this.faces = faces;

    /// <summary>The first font that has the code point; null: none has, and nothing may print (R-H2).</summary>
    public FontFace? For(int codePoint)
    {
        foreach (var face in faces)
        {
            if (face.Glyph(codePoint) != 0)
            {
                return face;
            }
        }

        return null;
    }
}
