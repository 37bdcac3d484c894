# Sourced by deploy/package --twice [SYSTEM …]. Two clones of this commit, one after the other in one folder, nothing of the first left for the
# second; then every package byte by byte. Names what differs, and ends with 1 if that is more than the SDK's Razor compiler makes different
# (docs/packages.md): the two programs that have pages, and the list of checksums with them in it.
razor='/(SHA256SUMS|program/Scoring\.(Api|Display)\.(dll|pdb)) and '
[ -z "$(git status --porcelain)" ] || say "有没提交的改动，比较的是最后一次提交。"
install unzip
twice=$(mktemp -d)
trap 'rm -rf "$twice"' EXIT
commit=$(git rev-parse HEAD) # whatever is committed meanwhile
for folder in one two; do
  git clone -q --no-hardlinks . "$twice/scoring"
  git -C "$twice/scoring" checkout -q --detach "$commit"
  SCORING_PACKAGES=$twice/$folder/packages "$twice/scoring/deploy/package" "$@" >/dev/null
  rm -rf "$twice/scoring"
done

same=0
for one in "$twice"/one/packages/scoring-*; do
  name=$(basename "$one")
  if cmp -s "$one" "$twice/two/packages/$name"; then
    echo "$name：两次逐字节相同 $(sha256sum "$one" | cut -c1-16)"
    continue
  fi
  echo "$name：两次不同"
  for folder in one two; do
    mkdir -p "$twice/$folder/unpacked/$name"
    case $name in
      *.zip) unzip -q "$twice/$folder/packages/$name" -d "$twice/$folder/unpacked/$name" ;;
      *) tar -xzf "$twice/$folder/packages/$name" -C "$twice/$folder/unpacked/$name" ;;
    esac
  done
  differ=$(cd "$twice" && diff -rq "one/unpacked/$name" "two/unpacked/$name" || true)
  echo "$differ"
  if grep -qvE "$razor" <<<"$differ"; then same=1; fi
done
exit $same
