// Serves a built web app from beside the program; compiled into every project that ships one (WebApp.targets).
using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Scoring.Web;

/// <summary>The files of one web app: hashed assets are kept for a year, everything else is asked for again; compressed once, held in memory.</summary>
internal static class WebApp
{
    /// <summary>Serves <c>web/NAME/</c> at <c>/NAME/</c>; a path that is no file gets index.html. The caller names the policy.</summary>
    public static IEndpointConventionBuilder MapWebApp(this IEndpointRouteBuilder routes, string name)
    {
        var files = Load(Path.Combine(AppContext.BaseDirectory, "web", name));
        return routes.MapMethods($"/{name}/{{**path}}", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, string? path) =>
            path is null && !http.Request.Path.Value!.EndsWith('/') // a route with a catch-all always has a path
                ? Results.Redirect($"/{name}/{http.Request.QueryString}")
                : Answer(http, files, path ?? ""));
    }

    private static IResult Answer(HttpContext http, FrozenDictionary<string, WebFile> files, string path)
    {
        if (!files.TryGetValue(path, out var file))
        {
            if (Path.HasExtension(path))
            {
                return Results.NotFound();
            }

            file = files["index.html"];
        }

        var headers = http.Response.Headers;
        headers.CacheControl = file.Hashed ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = Policy(http.Request.Host);
        var (bytes, encoding) = file.For(http.Request);
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        return Results.Bytes(bytes, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Tag}{(encoding is null ? "" : "-" + encoding)}\""));
    }

    // 'self' covers sockets in newer browsers only; older tablets need them named.
    private static string Policy(HostString host) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; " +
        $"connect-src 'self' ws://{host} wss://{host}; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    private static FrozenDictionary<string, WebFile> Load(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            throw new DirectoryNotFoundException($"No web app in {folder}. Build the solution with `dotnet build`, which builds the web apps too.");
        }

        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToFrozenDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => new WebFile(folder, f), StringComparer.Ordinal);
    }

    private sealed class WebFile(string folder, string file)
    {
        private static readonly FileExtensionContentTypeProvider Types = new(
            new Dictionary<string, string>(new FileExtensionContentTypeProvider().Mappings, StringComparer.OrdinalIgnoreCase)
            {
                [".webmanifest"] = "application/manifest+json", [".js"] = "text/javascript; charset=utf-8", [".css"] = "text/css; charset=utf-8",
                [".html"] = "text/html; charset=utf-8",
            });

        private readonly Lazy<byte[]> _plain = new(() => File.ReadAllBytes(file)); // fonts come in hundreds of files: each when it is asked for
        private readonly Lazy<byte[]> _brotli = new(() => Pack(file, to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        private readonly Lazy<byte[]> _gzip = new(() => Pack(file, to => new GZipStream(to, CompressionLevel.SmallestSize)));

        public string ContentType { get; } = Types.TryGetContentType(file, out var type) ? type : "application/octet-stream";

        /// <summary>Vite puts what carries its hash in its name into assets/.</summary>
        public bool Hashed { get; } = Path.GetRelativePath(folder, file).StartsWith("assets", StringComparison.Ordinal);

        public string Tag { get; } = Path.GetRelativePath(folder, file).StartsWith("assets", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(file) : Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)).AsSpan(0, 12));

        public (byte[] Bytes, string? Encoding) For(HttpRequest request)
        {
            var accepted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.Value).ToList();
            if (!IsText || accepted.Count == 0)
            {
                return (_plain.Value, null);
            }

            return accepted.Contains("br") ? (_brotli.Value, "br") : accepted.Contains("gzip") ? (_gzip.Value, "gzip") : (_plain.Value, null);
        }

        private bool IsText => ContentType.StartsWith("text/", StringComparison.Ordinal) || ContentType.Contains("json") || ContentType.Contains("svg");

        private static byte[] Pack(string file, Func<Stream, Stream> open)
        {
            using var packed = new MemoryStream();
            using (var stream = open(packed))
            {
                stream.Write(File.ReadAllBytes(file));
            }

            return packed.ToArray();
        }
    }
}
